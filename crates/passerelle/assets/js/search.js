// <live-search for="results"> around a GET form: answers while one types. Fetches the page that the form would lead to
// and takes over one region of it; the region's [data-total] ("248 élèves") is read out.
class LiveSearch extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.status = document.createElement("p");
    this.status.className = "sr";
    this.status.setAttribute("role", "status");
    this.append(this.status);
    this.form.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.answer(), 250);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answer();
    });
  }

  async answer() {
    clearTimeout(this.timer);
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    const url = this.url();
    try {
      const answer = await fetch(url, { signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(this.getAttribute("for"));
      if (answer.ok && fresh) this.swap(fresh, page, url);
      else location.assign(url); // signed out, or a page of trouble: show it
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
    }
  }

  /** Where the form leads, without its empty fields. */
  url() {
    const url = new URL(this.form.action);
    const filled = [...new FormData(this.form)].filter(([, value]) => value !== "");
    url.search = new URLSearchParams(filled);
    return url;
  }

  swap(fresh, page, url) {
    document.getElementById(fresh.id).replaceWith(document.adoptNode(fresh));
    history.replaceState(history.state, "", url);
    const links = page.querySelectorAll("[hreflang]"); // the other language keeps what was searched
    document.querySelectorAll("[hreflang]").forEach((link, at) => {
      if (links[at]) link.setAttribute("href", links[at].getAttribute("href"));
    });
    this.status.textContent = fresh.querySelector("[data-total]")?.textContent ?? "";
    fresh.dispatchEvent(new Event("region-swapped", { bubbles: true }));
  }
}
customElements.define("live-search", LiveSearch);
