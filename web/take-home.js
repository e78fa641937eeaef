// Defines <take-home>. The one file that a page names; everything else is found beside it.

// The build writes, in place of each, the name under which the file is published: with a hash of what it holds.
const FILES = { app: ["take-home-app.js", "take-home-app_bg.wasm"] };
// What of the app travels by itself.
const PARTS = /* parts */ {};
const STYLES = ["take-home.css", "take-home-panels.css", "take-home-copies.css"];
const COPIES = "take-home-copies.js";

const beside = (name) => new URL(name, import.meta.url).href;

// What a reader is told when the controls cannot be had. All other words are the app's.
const FAILED = "The controls could not be started here. The example still holds.";
const STOPPED = "The calculator has stopped; the example still holds. Load the page again to start anew.";

const PART = "This part could not be loaded. The rest still holds.";

const elements = new Set();

function notice(line) {
  const notice = document.createElement("p");
  notice.part = "notice";
  notice.textContent = line;
  return notice;
}

// A loader of one build and no other has these two otherwise: web/pinned.js.
const fetched = (name) => fetch(beside(name));
const imported = (name) => import(beside(name));

async function fetchFile(name) {
  const response = await fetched(name);
  if (!response.ok) throw new Error(`${name} answered ${response.status}`);
  return response;
}

// Once a page, however many elements ask; after a failure once more, since the network may be back for the next one.
const once = (made, name, make) =>
  (made[name] ??= make().catch((error) => {
    delete made[name];
    throw error;
  }));

// What the app and its parts share: memory, table, stack.
let exports;

// A script and its Wasm, fetched and compiled.
const modules = {};
const fetchModule = (name) =>
  once(modules, name, async () => {
    const [script, wasm] = FILES[name];
    const [module, response] = await Promise.all([imported(script), fetchFile(wasm)]);
    // Where a host does not know what Wasm is, its bytes are as good.
    const known = response.headers.get("Content-Type")?.startsWith("application/wasm");
    exports = await module.default({ module_or_path: known ? response : await response.arrayBuffer() });
    module.onPanic?.((message) => {
      for (const element of [...elements]) element.fail(STOPPED, message);
    });
    return module;
  });

// One sheet for all elements, which grows where more is to be seen.
const sheet = new CSSStyleSheet();
const texts = [];
const written = {};
const styles = (part) =>
  once(written, part, async () => {
    texts[part] = await (await fetchFile(STYLES[part])).text();
    sheet.replaceSync(texts.join(""));
  });

// A part of the app, fetched when it is first wanted.
const fetchPart = (name) =>
  once(modules, name, async () => {
    const app = await fetchModule("app");
    for (const file of PARTS[name]) {
      const bytes = await (await fetchFile(file)).arrayBuffer();
      await WebAssembly.instantiate(bytes, { __wasm_split: exports });
    }
    app.partArrived(name);
  });
const fetchPanels = () => Promise.all([fetchPart("panels"), styles(1)]);
const load = (name, done) => fetchPanels().then(() => done(true), () => done(false));

// What is done with a whole comparison: printed, exported, saved, embedded.
const fetchCopies = () =>
  once(modules, COPIES, async () => {
    const parts = [imported(COPIES), fetchModule("app"), fetchPart("share"), styles(0), styles(1), styles(2)];
    const [{ copiesOf }, { copy }] = await Promise.all(parts);
    return (element) => copiesOf(element, copy, texts, import.meta.url);
  });

// An element costs nothing but this file until a reader is a screen away from it, or points at it or its text has the focus.
const near = new IntersectionObserver(
  (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => entry.target.start()),
  { rootMargin: "100%" },
);
const SIGNS = ["focusin", "pointerover"];
const wake = (event) => event.currentTarget.start();

class TakeHome extends HTMLElement {
  #app;
  #root;
  #attributes;
  #comparison = null;
  #latest;
  #failed = false;
  #started = false;

  constructor() {
    super();
    // What the author wrote inside the tag shows through the slot until the app is ready, and again if it fails.
    this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
    // Fetched when the pointer or the focus comes to one of these buttons: a clipboard waits for nobody.
    for (const sign of [...SIGNS, "click"]) this.shadowRoot.addEventListener(sign, (event) => this.#copies(event));
  }

  get comparison() {
    return this.#comparison;
  }

  // The fragment that makes these numbers of the defaults.
  get link() {
    return this.#app?.link ?? null;
  }

  connectedCallback() {
    elements.add(this);
    // One that is moved is there already.
    if (this.#started) return void this.start();
    // A link with numbers leads to where they are.
    if (this.hasAttribute("address") && /[#&](gig|contract|schedule|fee)/.test(location.hash)) {
      if (this.getBoundingClientRect().top > innerHeight) this.scrollIntoView();
    }
    near.observe(this);
    for (const sign of SIGNS) this.addEventListener(sign, wake);
  }

  #sleep() {
    near.unobserve(this);
    for (const sign of SIGNS) this.removeEventListener(sign, wake);
  }

  // Fetches what is missing and shows the calculator.
  async start() {
    this.#sleep();
    this.#started = true;
    try {
      const [app] = await Promise.all([fetchModule("app"), styles(0)]);
      // While the app was on its way the element may have been removed, or removed and put back.
      if (this.isConnected && !this.#app && !this.#failed) this.#mount(app);
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

  #mount(app) {
    this.shadowRoot.adoptedStyleSheets = [sheet];
    const root = (this.#root = document.createElement("div"));
    root.hidden = true;
    this.shadowRoot.append(root);
    this.#app = new app.Mounted(this, root, load, (more) => this.#announce(root, more));
    this.#attributes = new MutationObserver(() => this.#app?.rewrite());
    this.#attributes.observe(this, { attributes: true });
  }

  // Shows the app with its first comparison, and tells the page of each.
  async #announce(root, more) {
    root.hidden = false;
    this.shadowRoot.querySelector("slot")?.remove();
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
      await fetchPanels().catch(() => {});
      if (!isOver()) Object.assign(comparison, this.#app.extras);
      if (isOver()) return;
    }
    const kind = this.#comparison ? "change" : "ready";
    this.#comparison = comparison;
    this.dispatchEvent(new CustomEvent(kind, { bubbles: true, composed: true, detail: comparison }));
  }

  async #copies({ type, target }) {
    const what = target.dataset?.copies;
    if (!what) return;
    const isPressed = type === "click";
    const copies = await fetchCopies().catch(() => isPressed && this.shadowRoot.append(notice(PART)));
    const its = copies && copies(this);
    if (isPressed) its?.act(what, target);
  }

  #unmount() {
    elements.delete(this);
    this.#sleep();
    this.#started = this.#failed = false;
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
    this.#showFallback(notice(line));
    this.dispatchEvent(new CustomEvent("error", { bubbles: true, composed: true, detail: String(reason) }));
  }
}

customElements.get("take-home") ?? customElements.define("take-home", TakeHome);
