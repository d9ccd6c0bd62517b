// <bulk-select data-elsewhere="12"> around the form of a page of ticks: tells how many are ticked, those on other pages
// included, in the words that the server would use for none, one and several.
class BulkSelect extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", () => this.count());
  }

  count() {
    const chosen = Number(this.dataset.elsewhere) + this.querySelectorAll("[name=ticked]:checked").length;
    const said = this.querySelector("[data-count]");
    const words = JSON.parse(said.dataset.words);
    const sentence = chosen < 2 ? words[chosen] : words[2];
    said.textContent = sentence.replace("2", chosen.toLocaleString(document.documentElement.lang));
  }
}
customElements.define("bulk-select", BulkSelect);

// <live-count for="forecast"> in a form: asks what the form would come to as it stands, and shows that region afresh.
class LiveCount extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.form.addEventListener("change", () => this.count());
  }

  async count() {
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    const url = new URL(this.form.action);
    url.search = new URLSearchParams([...new FormData(this.form)].filter(([name]) => name !== "form_key"));
    try {
      const answer = await fetch(url, { signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const id = this.getAttribute("for");
      const fresh = page.getElementById(id);
      if (answer.ok && fresh) document.getElementById(id).replaceChildren(...fresh.childNodes);
    } catch (error) {
      if (error.name !== "AbortError") throw error; // the figures stay as they were, and sending still works
    }
  }
}
customElements.define("live-count", LiveCount);
