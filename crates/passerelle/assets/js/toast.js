// Enhancements only: every page works without these parts. build.rs joins them into one module, so no two parts share a
// top-level name, and none imports another.

// <toast-region data-icons="/assets/icons-….svg">: a line that comes and goes, read out once. It is a live region from
// the start, since a region that arrives with its text is not announced.
class ToastRegion extends HTMLElement {
  connectedCallback() {
    this.setAttribute("role", "status");
  }

  /** Shows a sentence for eight seconds. `kind` is that of a notice: good, warn, bad. */
  say(sentence, kind = "good") {
    const svg = "http://www.w3.org/2000/svg";
    const icon = document.createElementNS(svg, "svg");
    icon.setAttribute("class", "icon");
    icon.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(svg, "use");
    use.setAttribute("href", `${this.dataset.icons}#${kind === "good" ? "check" : "alert"}`);
    icon.append(use);

    const text = document.createElement("p");
    text.textContent = sentence;
    const notice = document.createElement("div");
    notice.className = `notice ${kind}`;
    notice.append(icon, text);
    this.replaceChildren(notice);
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => notice.remove(), 8000);
  }
}
customElements.define("toast-region", ToastRegion);
