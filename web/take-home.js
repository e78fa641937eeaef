// Defines <take-home>. The one file that a page names; everything else is found beside it.

const beside = (name) => new URL(name, import.meta.url);

// What a reader is told when the controls cannot be had. All other words are the app's.
const FAILED = "The controls could not be started here. The example still holds.";
const STOPPED = "The calculator has stopped; the example still holds. Load the page again to start anew.";

const PART = "This part could not be loaded. Everything else still holds; load the page again to try once more.";

const elements = new Set();

function notice(line) {
  const notice = document.createElement("p");
  notice.part = "notice";
  notice.textContent = line;
  return notice;
}

// An app, fetched once a page however many elements there are.
const apps = {};
function fetchApp(name) {
  apps[name] ??= import(beside(`${name}.js`)).then(async (app) => {
    await app.default({ module_or_path: beside(`${name}_bg.wasm`) });
    app.onPanic((message) => {
      for (const element of [...elements]) element.fail(STOPPED, message);
    });
    return app;
  });
  return apps[name];
}

// The app and its style sheet.
let starting;
function start() {
  starting ??= Promise.all([fetchApp("take-home-app"), styleSheet()]);
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
  #snapshot;
  #grows = false;
  #leave;
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
      const [app, sheet] = await start();
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
    [this.#root, this.#app] = this.#place(app);
    this.#attributes = new MutationObserver(() => this.#app?.rewrite());
    this.#attributes.observe(this, { attributes: true });
  }

  // An app in a place of its own, hidden until it has an answer.
  #place(app, snapshot) {
    const root = document.createElement("div");
    root.hidden = true;
    this.shadowRoot.append(root);
    const announce = (more) => this.#announce(root, more);
    return [root, new app.Mounted(this, root, fetchPanels, announce, (snapshot) => this.#grow(snapshot), snapshot)];
  }

  // Lets the app that counts more than the fee take over where this one has got to.
  async #grow(snapshot) {
    this.#snapshot = snapshot;
    if (this.#grows) return;
    this.#grows = true;
    try {
      const more = await fetchApp("take-home-more");
      const [root, app] = [this.#root, this.#app];
      if (!app) return;
      const focused = this.shadowRoot.activeElement?.closest("[data-field]")?.dataset.field;
      [this.#root, this.#app] = this.#place(more, this.#snapshot);
      this.#leave = () => {
        app.unmount();
        root.remove();
        const control = focused && this.#root.querySelector(`[data-field="${focused}"]`);
        (control?.querySelector("summary") ?? control)?.focus();
      };
    } catch (error) {
      if (!this.isConnected) return;
      if (!this.#comparison) return this.fail(FAILED, error);
      // What was there goes on; only what more there is to count cannot be had.
      this.shadowRoot.append(notice(PART));
    }
  }

  // Shows the app with its first comparison, and tells the page of each.
  async #announce(root, more) {
    root.hidden = false;
    this.shadowRoot.querySelector("slot")?.remove();
    this.#leave?.();
    this.#leave = undefined;
    const latest = (this.#latest = {});
    // The first is told while the app is still being made.
    if (!this.#comparison) await undefined;
    // A drag says what changes with every move; what takes longer is asked for where it rests.
    else if (more) await new Promise((rested) => setTimeout(rested, 100));
    const isOver = () => this.#latest !== latest || this.#root !== root;
    if (isOver()) return;
    const comparison = this.#app.comparison;
    if (more) {
      // What else belongs in it comes from the module that fills panels; without that the page gets the rest.
      const link = this.#app.link;
      Object.assign(comparison, await fetchPanels().then((fill) => JSON.parse(fill("extras", link))).catch(() => ({})));
      if (isOver()) return;
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
    this.#grows = false;
    this.#leave = undefined;
    this.shadowRoot.replaceChildren(document.createElement("slot"), ...notices);
  }

  // Shows the fallback again with one calm line under it, and tells the page why.
  fail(line, reason) {
    if (this.#failed) return;
    this.#failed = true;
    this.#attributes?.disconnect();
    this.#showFallback(notice(line));
    this.dispatchEvent(new CustomEvent("error", { bubbles: true, composed: true, detail: String(reason) }));
  }
}

customElements.get("take-home") ?? customElements.define("take-home", TakeHome);
