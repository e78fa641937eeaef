// Defines <take-home>. The one file that a page names; everything else is found beside it.

const beside = (name) => new URL(name, import.meta.url);

// What a reader is told when the controls cannot be had. All other words are the app's.
const FAILED = "The controls could not be started here. The example still holds.";
const STOPPED = "The calculator has stopped; the example still holds. Load the page again to start anew.";

const elements = new Set();
let starting;

// The app and its style sheet, fetched once a page however many elements there are.
function start() {
  starting ??= Promise.all([import(beside("take-home-app.js")), styleSheet()]).then(async ([app, sheet]) => {
    await app.default({ module_or_path: beside("take-home-app_bg.wasm") });
    app.onPanic((message) => {
      for (const element of [...elements]) element.fail(STOPPED, message);
    });
    return { app, sheet };
  });
  return starting;
}

let panels;

// What fills panels, fetched when a reader opens the first one.
function fetchPanels() {
  panels ??= import(beside("take-home-panels.js")).then(async (module) => {
    await module.default({ module_or_path: beside("take-home-panels_bg.wasm") });
    return module.fill;
  });
  return panels;
}

async function styleSheet() {
  const response = await fetch(beside("take-home.css"));
  if (!response.ok) throw new Error(`the style sheet answered ${response.status}`);
  const sheet = new CSSStyleSheet();
  return sheet.replace(await response.text());
}

class TakeHome extends HTMLElement {
  #app;
  #root;
  #attributes;
  #comparison = null;
  #latest;
  #failed = false;

  constructor() {
    super();
    // What the author wrote inside the tag shows through the slot until the app is ready, and again if it fails.
    this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
  }

  get comparison() {
    return this.#comparison;
  }

  async connectedCallback() {
    elements.add(this);
    try {
      const { app, sheet } = await start();
      // While the app was on its way the element may have been removed, or removed and put back.
      if (this.isConnected && !this.#app && !this.#failed) this.#mount(app, sheet);
    } catch (error) {
      if (this.isConnected) this.fail(FAILED, error);
    }
  }

  disconnectedCallback() {
    // An element that is moved is removed and put back at once: keep its app and what was typed.
    queueMicrotask(() => {
      if (!this.isConnected) this.#unmount();
    });
  }

  #mount(app, sheet) {
    this.shadowRoot.adoptedStyleSheets = [sheet];
    this.#root = document.createElement("div");
    this.#root.hidden = true;
    this.shadowRoot.append(this.#root);
    this.#app = new app.Mounted(this, this.#root, fetchPanels, (comparison, link) => this.#announce(comparison, link));
    this.#attributes = new MutationObserver(() => this.#app?.rewrite());
    this.#attributes.observe(this, { attributes: true });
  }

  // Shows the app with its first comparison, and tells the page of each.
  async #announce(comparison, link) {
    const root = this.#root;
    root.hidden = false;
    this.shadowRoot.querySelector("slot")?.remove();
    this.#latest = comparison;
    if (link !== undefined) {
      // What else belongs in it comes from the module that fills panels; without that the page gets the rest.
      const more = await fetchPanels().then((fill) => JSON.parse(fill("extras", link))).catch(() => ({}));
      if (this.#latest !== comparison || this.#root !== root) return;
      Object.assign(comparison, more);
    }
    const kind = this.#comparison ? "change" : "ready";
    this.#comparison = comparison;
    this.dispatchEvent(new CustomEvent(kind, { bubbles: true, composed: true, detail: comparison }));
  }

  #unmount() {
    elements.delete(this);
    this.#attributes?.disconnect();
    this.#app?.unmount();
    this.#showFallback();
  }

  #showFallback(...notices) {
    this.#app = this.#attributes = this.#root = undefined;
    this.#comparison = null;
    this.shadowRoot.replaceChildren(document.createElement("slot"), ...notices);
  }

  // Shows the fallback again with one calm line under it, and tells the page why.
  fail(line, reason) {
    if (this.#failed) return;
    this.#failed = true;
    this.#attributes?.disconnect();
    const notice = document.createElement("p");
    notice.part = "notice";
    notice.textContent = line;
    this.#showFallback(notice);
    this.dispatchEvent(new CustomEvent("error", { bubbles: true, composed: true, detail: String(reason) }));
  }
}

customElements.get("take-home") ?? customElements.define("take-home", TakeHome);
