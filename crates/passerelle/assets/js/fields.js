// <code-field>: tidies the code into groups of four when one leaves the field. Never while typing, never refusing a key;
// what is no code stays as typed, for the server to judge.
class CodeField extends HTMLElement {
  connectedCallback() {
    this.addEventListener("focusout", ({ target }) => {
      const typed = target.value.normalize("NFKC").toUpperCase();
      const code = typed.replace(/^.*\/A\//, "").replace(/[^A-Z0-9]/g, ""); // a pasted link ends with the code
      if (code.length === 12) target.value = code.match(/.{4}/g).join("-");
    });
  }
}
customElements.define("code-field", CodeField);

// <button data-reveal="password-id" aria-pressed="false" hidden>: shows a password, until the form leaves.
const showPassword = (button, shown) => {
  document.getElementById(button.dataset.reveal).type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", String(shown));
};
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-reveal]");
  if (button) showPassword(button, button.getAttribute("aria-pressed") !== "true");
});
document.addEventListener("submit", ({ target }) => {
  for (const button of target.querySelectorAll("[data-reveal]")) showPassword(button, false);
});

// Buttons that need the script are hidden until it is there: now, and in a region that comes later.
const showScripted = (root) => {
  for (const button of root.querySelectorAll("[data-reveal]")) button.hidden = false;
  if (!navigator.clipboard) return; // not on plain http
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
};
showScripted(document);
document.addEventListener("region-swapped", ({ target }) => showScripted(target));

// After an action, the keyboard and the screen reader start at the notice or the error summary.
document.querySelector("[data-focus]")?.focus();
