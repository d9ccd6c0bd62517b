// A double click is one action: while a form that changes something is under way, the same form is not sent again. The
// button stays enabled, so nothing is left grey by Back or by an answer that is a file.
const underWay = new Set();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (underWay.has(form)) {
    event.preventDefault();
    return;
  }
  underWay.add(form);
  setTimeout(() => underWay.delete(form), 5000);
});
addEventListener("pageshow", () => underWay.clear());
