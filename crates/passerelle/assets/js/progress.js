// <job-progress data-events="/staff/…/jobs/…/events"> around a <p role="status"> and a <progress>: follows a job by
// server-sent events, and shows its result once it is over. Spoken at most every ten seconds.
class JobProgress extends HTMLElement {
  connectedCallback() {
    this.events = new EventSource(this.dataset.events);
    this.bar = this.querySelector("progress");
    this.said = this.querySelector("[role=status]");
    this.events.addEventListener("progress", ({ data }) => this.show(...data.split("\n")));
    this.events.addEventListener("over", () => {
      this.events.close();
      location.reload();
    });
  }

  disconnectedCallback() {
    this.events.close();
  }

  show(done, total, sentence) {
    if (Number(total) > 0) {
      this.bar.max = Number(total);
      this.bar.value = Number(done);
    }
    const now = performance.now();
    if (this.spoken && now - this.spoken < 10_000) return;
    this.spoken = now;
    this.said.textContent = sentence;
  }
}
customElements.define("job-progress", JobProgress);
