// <button data-copy="K7QM-…" data-done="Copié" data-failed="…" hidden>: puts a text on the clipboard and says so.
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  const { copy, done, failed } = button.dataset;
  const toast = document.querySelector("toast-region");
  try {
    await navigator.clipboard.writeText(copy);
    if (done) toast?.say(done);
  } catch {
    if (failed) toast?.say(failed, "warn");
  }
});
