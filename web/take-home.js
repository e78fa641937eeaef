// What is <take-home>? The custom element and its loader: the only file that a page names. Everything else is fetched from the same folder.

import { fetchFile, importFile, importPresent } from "./files.js";
import { keepKeys } from "./keys.js";
import { changeInPlace } from "./sight.js";

/**
 * The script of the app, as wasm-bindgen writes it.
 *
 * @typedef {object} App
 * @property {(options: { module_or_path: Response | ArrayBuffer }) => Promise<WebAssembly.Exports>} default Starts the Wasm.
 * @property {(report: () => void) => void} onPanic Has `report` called when the app panics.
 * @property {(name: string, scripts: object | undefined) => void} partArrived Says that the Wasm of a part is there, and the scripts it calls.
 * @property {(text: string) => boolean} awaits Whether a text, such as a link, names a schedule, or has a list, that arrives with the answers and is not there yet.
 * @property {() => string} names The names of the attributes that set an example, with spaces between them.
 * @property {MountedConstructor} Mounted
 * @property {(element: Element, place: Element) => () => void} followPage See scheme.js.
 * @property {(shadow: ShadowRoot) => void} ignoreSwipes See swipes.js.
 * @property {(element: Element) => HTMLElement[]} strayExample See example.js.
 * @property {(root: Element, near: () => void) => void} awaitQuestions See questions.js.
 * @property {(root: Element) => () => void} watchNodes See nodes.js.
 *
 * @typedef {new (host: HTMLElement, root: HTMLElement, load: Load, announce: Announce, start: string | undefined,
 * changing: () => void, open: string | undefined) => Mounted} MountedConstructor `start` is a link from the defaults; its numbers are
 * shown at first, whatever the attributes and the address say. `changing` is called before the app changes its nodes. `open` names
 * panels that are open from the start.
 *
 * @callback Load Fetches a part, and says whether it arrived.
 * @param {string} name
 * @param {(arrived: boolean) => void} done
 *
 * @callback Announce Called when there is a comparison and whenever it changes.
 * @param {boolean} hasExtras Whether `extras` belong in it.
 *
 * @typedef {object} Mounted An app in an element.
 * @property {Comparison} comparison
 * @property {Partial<Comparison>} extras
 * @property {string | undefined} link
 * @property {string | undefined} resume The same with the names of clients, which stay on the page.
 * @property {string} open The names of the panels that are open.
 * @property {string} filled The names of those that are filled as well.
 * @property {() => void} rewrite Reads the element's attributes again.
 * @property {() => void} near Loads what closed questions answer.
 * @property {() => void} unmount
 *
 * @typedef {Record<string, unknown>} Comparison The result, as docs/reference.md describes it.
 */

// The build writes the published name, which has a hash in it, in place of each file name.
const APP = "take-home-app.js";
const APP_WASM = "take-home-app_bg.wasm";
/**
 * The Wasm files of each part: the build fills this in.
 * @type {Record<string, string[]>}
 */
const PARTS = /* parts */ {};
/**
 * The style sheets of the app and of each part, in the order in which they apply.
 * @type {Record<string, string>}
 */
const STYLES = {
  app: "take-home.css",
  answers: "take-home-panels.css",
  share: "take-home-share.css",
  books: "take-home-books.css",
};
/**
 * The scripts that parts call.
 * @type {Record<string, string>}
 */
const SCRIPTS = { share: "take-home-share.js", books: "take-home-books.js" };

// What a reader sees when the app itself cannot say anything. The build writes the texts, from words/en.ftl.
const NOT_STARTED = "{{page-not-started}}";
const STOPPED = "{{page-stopped}}";
const RETRY = "{{page-retry}}";

// How long a drag rests, in milliseconds, before its verdict is read out.
const REST = 400;

/** @param {string} name */
async function fetchWhole(name) {
  const response = await fetchFile(name);
  if (response.ok && !PAGE.test(response.headers.get("Content-Type") ?? "")) return response;
  // Whether it is gone or only refused, its status does not tell: hosts answer 403 or 200 for what they do not have.
  missing = name;
  throw new Error(`${name} answered ${response.status}`);
}

/** A file that is not on its host: an update may have removed it, and this script may have come from a cache. */
let missing = "";
// Some hosts send a page in place of what they do not have.
const PAGE = /^text\/html/;
/**
 * The loader of the build that is there instead.
 * @type {{ takeOver: (element: HTMLElement, link?: string, isStarted?: boolean, open?: string) => TakeHome } | undefined}
 */
let successor;
/** @type {Promise<void> | undefined} */
let handing;
/**
 * The element of another build that this one is taking over.
 * @type {HTMLElement | undefined}
 */
let taken;

// How many loads have failed, and how many instances have died.
let setbacks = 0;

/**
 * Imports a script. Browsers keep the outcome of an import under its address, a failure too, and never run a script twice:
 * after a setback a fragment makes it another address of the same file.
 * @param {string} name
 */
const importScript = (name) =>
  importFile(setbacks ? `${name}#${setbacks}` : name).catch(async (error) => {
    // A failed import does not say why.
    await fetchWhole(name);
    throw error;
  });

/**
 * Loads something once for the page, however many elements ask; after a failure the next ask loads it again.
 * @template T
 * @param {Record<string, Promise<any>>} loads
 * @param {string} name
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
function once(loads, name, load) {
  loads[name] ??= load().catch(async (error) => {
    delete loads[name];
    setbacks++;
    if (missing) await handOver();
    throw error;
  });
  return loads[name];
}

/** Hands all elements over to the build that is on the host, unless this loader may run no other. */
function handOver() {
  handing ??= (async () => {
    successor = await importPresent?.(missing).catch(() => {});
    missing = "";
    if (successor) TakeHome.handOver(successor.takeOver);
    else handing = undefined;
  })();
  return handing;
}

/**
 * Makes an element of another build one of this build. A constructor gives its private fields to whatever object its base gives
 * it, so the element does not have to be made anew.
 * @param {HTMLElement} element
 * @param {string} [link] The numbers to start from.
 * @param {boolean} [isStarted]
 * @param {string} [open] The panels that are open. Not every build says which.
 */
export function takeOver(element, link, isStarted, open) {
  if (element instanceof TakeHome) return element;
  taken = element;
  const own = new TakeHome();
  taken = undefined;
  Object.setPrototypeOf(element, TakeHome.prototype);
  if (isStarted) own.restartFrom(link, open);
  return own;
}

/** Makes an element, unless there is one to take over. */
function Base() {
  return taken ?? Reflect.construct(HTMLElement, [], new.target);
}
Base.prototype = HTMLElement.prototype;
Object.setPrototypeOf(Base, HTMLElement);

/**
 * What the page has loaded, but for the Wasm.
 * @type {Record<string, Promise<any>>}
 */
const loaded = {};
/**
 * What the Wasm instance of the page is made of: the app, and parts that share its memory. A panic kills all of it; then
 * another object takes the place of this one.
 * @type {Record<string, Promise<any>>}
 */
let instance = {};
/**
 * The script of the latest instance.
 * @type {App}
 */
let app;
/**
 * The names of the parts that have arrived; an instance that replaces a dead one gets them too.
 * @type {Set<string>}
 */
const arrived = new Set();
let panics = 0;

// Not every instance dies with a panic: a part may be another build's, or calls may be too deep. What is left is that the browser
// stops it. It does so after a panic, too, and again for what a dead instance has left behind.
// A stack may have its last few calls alone, all of them in a part, whose bytes have no address: Chromium names their module.
const OWN = [APP, APP_WASM, "wasm://wasm/take-home-"];
let isExpected = false;
function expectTraps() {
  isExpected = true;
  // A slow device is busy with the next start meanwhile.
  setTimeout(() => {
    isExpected = TakeHome.isStarting();
    if (isExpected) expectTraps();
  }, 1000);
}
for (const type of ["error", "unhandledrejection"]) {
  addEventListener(type, (/** @type {any} */ { error, reason }) => {
    const trap = error ?? reason;
    const isOurs = trap instanceof WebAssembly.RuntimeError && OWN.some((name) => trap.stack?.includes(name));
    if (isOurs && isExpected) {
      // It may have been the next instance all the same, which then shows nothing.
      TakeHome.replaceStuck(`${trap}`);
    } else if (isOurs) {
      TakeHome.replaceInstance(`${trap}`, trap.stack);
      expectTraps();
    }
  });
}

/** Loads the script and the Wasm of the app. */
const loadApp = () =>
  once(instance, APP, async () => {
    const own = instance;
    /** @type {[App, Response]} */
    const [script, response] = await Promise.all([importScript(APP), fetchWhole(APP_WASM)]);
    // Some hosts do not know the MIME type of Wasm, without which a browser does not compile it as it arrives.
    const isKnown = response.headers.get("Content-Type")?.startsWith("application/wasm");
    const exports = await script.default({ module_or_path: isKnown ? response : await response.arrayBuffer() });
    script.onPanic(() => {
      // The stack says where. Listeners that a dead instance left behind may make it panic again.
      if (own === instance) TakeHome.replaceInstance(`panicked at\n${new Error("panic").stack}`);
      expectTraps();
    });
    app = script;
    defineProperties(script.names().split(" "));
    return { script, exports };
  });

/**
 * Loads a part of the app.
 * @param {string} name
 */
const loadPart = (name) =>
  once(instance, name, async () => {
    const own = instance;
    const { script, exports } = await loadApp();
    // Parts may have files in common. Each file imports from the app alone, so they can arrive in any order.
    const files = PARTS[name].map((file) =>
      once(own, file, async () => {
        const bytes = await (await fetchWhole(file)).arrayBuffer();
        const { module } = await WebAssembly.instantiate(bytes, { __wasm_split: exports });
        // Its functions would be missing only when something calls them.
        if (!WebAssembly.Module.imports(module).length) throw new Error(`${file} does not belong to this app`);
      }),
    );
    // Questions may be opened next, and a sheet of paper contains them.
    const [scripts] = await Promise.all([loadScript(name), ...files, loadStyle(name), loadStyle("answers")]);
    if (own !== instance) throw new Error(`${name} arrived for a dead instance`);
    script.partArrived(name, scripts);
    arrived.add(name);
  });

/** @type {string[]} */
const texts = [];
/**
 * One sheet for all elements of a document, which takes no other document's.
 * @type {WeakMap<Document, CSSStyleSheet>}
 */
const sheets = new WeakMap();

/** @param {Document} document */
function sheetOf(document) {
  const { CSSStyleSheet: Sheet = undefined } = document.defaultView ?? {};
  // A document that is not shown has no sheets.
  if (Sheet && !sheets.has(document)) sheets.set(document, new Sheet());
  return sheets.get(document);
}

/**
 * Loads the style sheet of the app or of a part.
 * @param {string} part
 */
const loadStyle = (part) =>
  once(loaded, part, async () => {
    const order = Object.keys(STYLES).indexOf(part);
    if (order < 0) return;
    const text = await (await fetchWhole(STYLES[part])).text();
    if (!/}\s*$/.test(text)) throw new Error(`${STYLES[part]} has no end`);
    texts[order] = text;
    TakeHome.dress();
  });

/**
 * Loads the scripts of a part. They are run only once, even if something else has to be asked for again.
 * @param {string} part
 */
const loadScript = (part) =>
  SCRIPTS[part] &&
  once(loaded, SCRIPTS[part], async () => {
    const script = await importScript(SCRIPTS[part]);
    if (script.part !== part) throw new Error(`${SCRIPTS[part]} is another script`);
    return script;
  });

// An element costs nothing but this file until a reader is a screen away from it, points at it or brings the focus into its text.
const proximity = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      // A page that gives the element no box (`display: contents`) leaves nothing to come near.
      if (isIntersecting || getComputedStyle(target).display === "contents") /** @type {TakeHome} */ (target).start();
    }
  },
  { rootMargin: "100%" },
);
const APPROACHES = ["focusin", "pointerover"];
/** @param {Event} event */
const onApproach = ({ currentTarget }) => /** @type {TakeHome} */ (currentTarget).start();

// A fragment with numbers, however it was passed on, rather than an anchor of the page or a router's path. Where to scroll is decided
// before the app, which knows the names, is there.
const NUMBERS =
  /^#(?!!?(\/|%2F))(.*([&;]|%26))?(((gig|contract|client|bid)-[a-z-]+|gigs|schedule|fee(-tax)?|rate|status|currency|verdict|keep|concession|weeks|claim|withdrawals|withdrawal-fee|membership(-connects)?|(free|held)-connects|connect-price|hourly-(pay|rate|non-payment)|weekly-hours|(good|bad|silent)-jobs|bad-review|reviews-in-sight|average-price|work-lost|(escrow-)?non-payment|arbitration-fee|direct-(schedule|status)|conversion-(fee|rate)|rebuild-months|monthly-take-home)(=|%3D)|same-total(?![\w-]))/i;

/**
 * Lets pages and frameworks set each attribute as a property, too: `gigPrice` for `gig-price`.
 * @param {string[]} names
 */
function defineProperties(names) {
  for (const name of ["address", ...names]) {
    const property = name.replace(/-./g, ([, letter]) => letter.toUpperCase());
    if (property in TakeHome.prototype) continue;
    Object.defineProperty(TakeHome.prototype, property, {
      /** @this {TakeHome} */
      get() {
        return this.getAttribute(name);
      },
      /**
       * @this {TakeHome}
       * @param {unknown} value
       */
      set(value) {
        // A framework that found no such property when it first looked wrote it as an attribute.
        if (property !== name) this.removeAttribute(property);
        if (value === true || (value === "" && name === "address")) this.setAttribute(name, "");
        else if (value || value === 0) this.setAttribute(name, Array.isArray(value) ? value.join(", ") : `${value}`);
        else this.removeAttribute(name);
      },
    });
  }
}

/**
 * Compares many small gigs with one large contract. What the page's author writes inside the tag is the example: it is shown
 * until the calculator is ready, and again if it fails.
 *
 * Each element is `idle` until a reader comes near, `loading` until its app shows something, then `running`. Removed from the
 * page it is `idle` again. When the Wasm instance panics, which all elements share, those that had started are `loading` again
 * once, with a new instance and their last numbers; at the next panic, or when a file does not load, they have `failed`.
 *
 * @slot - The example.
 *
 * @attribute {string} address - Keeps the numbers in the page's fragment; for one element of a page. A value other than `true`
 * is the address that copied links have in place of the page's, perhaps a relative one; with `false` it is as if it were absent.
 * @attribute {"page" | "auto" | "light" | "dark"} theme - The colours; `page` follows the page, `auto` the reader's setting.
 * @attribute {"full" | "compact"} view - Whether everything is shown, or only the answer and its main sliders.
 * @attribute {string} lang - A BCP 47 tag, which decides how numbers are written; the page's, if absent.
 * @attribute {string} schedule - The fee, as an id of docs/fees.md. This and all further attributes (`gigs`, `gig-price`, …)
 * are the names of docs/reference.md. Any attribute can change at any time, and each is a property, too (`gigPrice`).
 *
 * @property {Comparison | null} comparison - The result; read-only, `null` before `ready`.
 * @property {string | null} link - The fragment, without `#`, that makes these numbers of the defaults; read-only, `null` before `ready`.
 *
 * @fires {CustomEvent<Comparison>} ready - The calculator is there, with its first comparison.
 * @fires {CustomEvent<Comparison>} change - The comparison has changed.
 * @fires {CustomEvent<string>} error - The calculator could not be started, or has stopped; the detail says why.
 *
 * @csspart container - The calculator.
 * @csspart verdict - The answer.
 * @csspart turn - The line below it: what would reverse the answer.
 * @csspart result - The two bars.
 * @csspart fields - The sliders.
 * @csspart panel - Each thing to open below them.
 * @csspart foot - The buttons and the source at the end.
 * @csspart notice - The line that says that something could not be loaded or started.
 *
 * @cssproperty --take-home-ink - The colour of text; docs/embedding.md lists this and all others.
 */
class TakeHome extends /** @type {typeof HTMLElement} */ (/** @type {unknown} */ (Base)) {
  /**
   * The elements of the page.
   * @type {Set<TakeHome>}
   */
  static #elements = new Set();

  /**
   * Where the element is in its life.
   * @type {"idle" | "loading" | "running" | "failed"}
   */
  #state = "idle";
  /**
   * The app, while it runs.
   * @type {Mounted | undefined}
   */
  #app;
  /**
   * What the page knows of the result.
   * @type {Comparison | null}
   */
  #comparison = null;
  /**
   * The link to the numbers that were shown when an instance died: the next start begins with them.
   * @type {string | undefined}
   */
  #lastLink;
  /**
   * The panels that were open then.
   * @type {string | undefined}
   */
  #lastOpen;
  /**
   * The link to the numbers that the page was told last.
   * @type {string | undefined}
   */
  #toldLink;
  /**
   * The latest thing begun that takes time: a start, or telling the page of a comparison. Whatever finds another one here when
   * it goes on has been overtaken.
   * @type {object | undefined}
   */
  #latest;
  /**
   * Where the page was scrolled to, if a link led to this element.
   * @type {number | undefined}
   */
  #linkedAt;
  /**
   * Called before the app changes its nodes.
   * @type {(() => void) | undefined}
   */
  #changing;
  /**
   * The timer until the verdict is read out.
   * @type {number | undefined}
   */
  #resting;
  /**
   * Looks again whether the page is dark.
   * @type {(() => void) | undefined}
   */
  #look;
  /** Hears of its attributes, and of the page's language. */
  #changes = new MutationObserver((records) => {
    // It may have been the first with the page's address.
    if (records.some(({ attributeName }) => attributeName === "address"))
      for (const element of TakeHome.#elements) element.#rewrite();
    else this.#rewrite();
  });
  #ignoresSwipes = false;
  /**
   * What a parser has put behind the element and belongs into it.
   * @type {HTMLElement[]}
   */
  #stray = [];
  /** What the reader sees. */
  #shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });

  constructor() {
    super();
    this.#shadow.replaceChildren(document.createElement("slot"));
    keepKeys(this.#shadow);
  }

  get comparison() {
    return this.#comparison;
  }

  get link() {
    return this.#app?.link ?? null;
  }

  /** @returns {void} */
  connectedCallback() {
    if (successor) return successor.takeOver(this).connectedCallback();
    TakeHome.#elements.add(this);
    this.#changes.observe(this, { attributes: true });
    this.#changes.observe(this.ownerDocument, { subtree: true, attributeFilter: ["lang"] });
    this.#shareAddress();
    // An element that is moved goes on as it was, perhaps on another background.
    this.#look?.();
    if (this.#state !== "idle") return;
    // A link with numbers leads to where they are.
    if (this.hasAttribute("address") && NUMBERS.test(location.hash)) {
      if (this.getBoundingClientRect().top > innerHeight) this.#scrollHere();
    }
    proximity.observe(this);
    for (const type of APPROACHES) this.addEventListener(type, onApproach);
  }

  /** @returns {void} */
  disconnectedCallback() {
    if (successor) return successor.takeOver(this).disconnectedCallback();
    // An element that is moved is removed and put back at once, and keeps what was typed.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  /** @returns {void} */
  adoptedCallback() {
    if (successor) return successor.takeOver(this).adoptedCallback();
    // Another document takes the sheets away.
    if (this.#app) this.#dress();
  }

  /** Gives all elements the styles that have arrived. */
  static dress() {
    const documents = new Set([...TakeHome.#elements].map((element) => element.ownerDocument));
    for (const document of documents) sheetOf(document)?.replaceSync(texts.join(""));
  }

  #dress() {
    const sheet = sheetOf(this.ownerDocument);
    if (!sheet) return;
    if (sheet.cssRules.length === 0) sheet.replaceSync(texts.join(""));
    this.#shadow.adoptedStyleSheets = [sheet];
  }

  #scrollHere() {
    this.scrollIntoView({ behavior: "instant" });
    this.#linkedAt = scrollY;
  }

  /** Starts the calculator, unless that was done before. */
  async start() {
    if (this.#state === "loading" || this.#state === "running") return;
    this.#state = "loading";
    this.#ignoreReaders();
    const latest = {};
    this.#latest = latest;
    try {
      const parts = [...arrived].map((name) => loadPart(name).catch(() => {}));
      const [{ script }] = await Promise.all([loadApp(), loadStyle("app"), ...parts]);
      this.#takeProperties();
      const named = this.#loadNamed();
      if (named) await named;
      if (latest === this.#latest) this.#mount(script);
    } catch (error) {
      if (latest === this.#latest) this.#fail(NOT_STARTED, error);
    }
  }

  /** Loads what the attributes or a link need, if it is not in the app itself: rare schedules, lists. Without it, they are ignored. */
  #loadNamed() {
    const lists = ["gig-list", "contract-list", "giglist", "contractlist"].filter((name) => this.hasAttribute(name));
    const named = ["schedule", "client-schedule", "clientschedule"].map((name) => this.getAttribute(name));
    named.push(this.#lastLink ?? null);
    if (this.hasAttribute("address") && NUMBERS.test(location.hash)) named.push(location.hash);
    if (lists.length > 0) named.push("gig-list");
    if (app.awaits(named.join())) return loadPart("answers").catch(() => {});
  }

  async #rewrite() {
    if (!this.#app) return;
    const named = this.#loadNamed();
    if (named) await named;
    this.#app?.rewrite();
  }

  #ignoreReaders() {
    proximity.unobserve(this);
    for (const type of APPROACHES) this.removeEventListener(type, onApproach);
  }

  /** @param {App} script */
  #mount(script) {
    const own = instance;
    const root = document.createElement("div");
    root.hidden = true;
    this.#shadow.append(root);
    this.#dress();
    /** @type {Load} */
    const load = (name, done) => {
      const answer = (/** @type {boolean} */ hasArrived) => own === instance && done(hasArrived);
      const ask = () => loadPart(name);
      // A load that is under way was begun for someone else, perhaps before the reader was online again: if it fails, this asks once more.
      const again = (/** @type {unknown} */ error) => {
        if (error instanceof WebAssembly.RuntimeError) throw error;
        return ask();
      };
      (name in own ? ask().catch(again) : ask()).then(
        () => answer(true),
        (error) => {
          // The listener for what stops an instance has to hear of it.
          if (error instanceof WebAssembly.RuntimeError) throw error;
          answer(false);
        },
      );
    };
    /** @type {Announce} */
    const announce = (hasExtras) => {
      // The interface of a dead instance stays in sight until another takes its place, and must not pass for that.
      if (own === instance) this.#announce(root, hasExtras);
    };
    const link = this.#lastLink;
    this.#look = script.followPage(this, root);
    // Once for the shadow root, which outlives the app.
    if (!this.#ignoresSwipes) script.ignoreSwipes(this.#shadow);
    this.#ignoresSwipes = true;
    this.#stray = script.strayExample(this);
    this.#changing = script.watchNodes(root);
    this.#app = new script.Mounted(this, root, load, announce, link, this.#changing, this.#lastOpen);
  }

  /** Makes attributes of the properties that were set before there were any. */
  #takeProperties() {
    for (const [property, value] of Object.entries(this)) {
      if (property in TakeHome.prototype && Reflect.deleteProperty(this, property)) Reflect.set(this, property, value);
    }
  }

  /**
   * Shows the app when it has its first comparison, and tells the page of each.
   * @param {HTMLElement} root
   * @param {boolean} hasExtras
   */
  async #announce(root, hasExtras) {
    const isFirst = this.#state === "loading";
    if (isFirst) {
      this.#state = "running";
      this.#lastLink = this.#lastOpen = undefined;
      // Or a link in the example has it.
      const hadFocus = this.#shadow.activeElement || this.matches(":focus-within");
      changeInPlace(this, () => {
        root.hidden = false;
        // What was shown until now: the example, or the numbers of a dead instance.
        const isKept = this.#isUnclosed();
        for (const child of [...this.#shadow.children])
          if (child !== root && !(isKept && child.matches("slot"))) child.remove();
        for (const element of this.#stray) element.hidden = true;
      });
      if (hadFocus) /** @type {HTMLElement | null} */ (this.#shadow.querySelector("#gigs, #gig-list-level"))?.focus();
      app.awaitQuestions(root, () => root.isConnected && this.#app?.near());
      // A page that was not whole when the link led here may have become so. Asking where it is has the page laid out at once.
      if (this.#linkedAt !== undefined && this.#linkedAt === scrollY) this.#scrollHere();
    }
    const latest = {};
    this.#latest = latest;
    // What the page does then is no part of the app's rendering.
    if (isFirst) await undefined;
    // A drag announces something with every move; the page hears of it after the move is seen, and of what takes longer when the drag rests.
    else await new Promise((resolve) => setTimeout(resolve, hasExtras ? 100 : 0));
    // Where the part cannot be loaded the page gets the rest.
    if (hasExtras) await loadPart("answers").catch(() => {});
    if (latest !== this.#latest || !this.#app) return;
    const { comparison, resume } = this.#app;
    this.#toldLink = resume;
    if (hasExtras) Object.assign(comparison, this.#app.extras);
    const type = this.#comparison ? "change" : "ready";
    this.#comparison = comparison;
    clearTimeout(this.#resting);
    // A page that opens reads itself out.
    if (type === "change") this.#resting = setTimeout(() => this.#speak(), REST);
    this.#dispatch(type, comparison);
  }

  /**
   * Whether the element contains the rest of the page, which stays then: HTML does not know `<take-home/>`, and nobody's example
   * contains another calculator or the page's headings.
   */
  #isUnclosed() {
    const isUnclosed = this.querySelector("h1, h2, take-home") !== null;
    if (isUnclosed) console.warn("take-home: <take-home/> does not end the element, </take-home> does");
    return isUnclosed;
  }

  /** Has the verdict read out, if it is another one than before. */
  #speak() {
    const text = this.#shadow.querySelector(".th-answer")?.textContent ?? "";
    const spoken = this.#shadow.querySelector(".th-spoken");
    if (spoken && spoken.textContent !== text) spoken.textContent = text;
  }

  /** Of several elements the first one has the page's address, which may be another one now. */
  #shareAddress() {
    if (this.hasAttribute("address")) for (const element of TakeHome.#elements) element.#app?.rewrite();
  }

  #stop() {
    TakeHome.#elements.delete(this);
    this.#changes.disconnect();
    this.#shareAddress();
    this.#ignoreReaders();
    this.#changing?.();
    this.#app?.unmount();
    this.#lastLink = this.#lastOpen = this.#toldLink = undefined;
    this.#showExample("idle");
  }

  /**
   * Shows the example again with a calm line below it, and tells the page why.
   * @param {string} line
   * @param {unknown} reason
   */
  #fail(line, reason) {
    const hadFocus = this.#shadow.activeElement;
    const again = document.createElement("input");
    Object.assign(again, { type: "button", value: RETRY });
    again.addEventListener("click", () => this.start());
    this.#showExample("failed", notice(line, document.createElement("br"), again));
    if (hadFocus) again.focus();
    console.warn(`take-home: ${reason}`);
    this.#dispatch("error", String(reason));
  }

  /**
   * @param {"idle" | "failed"} state
   * @param {...HTMLElement} notices
   */
  #showExample(state, ...notices) {
    this.#state = state;
    this.#app = this.#latest = this.#changing = this.#look = undefined;
    this.#comparison = null;
    for (const element of this.#stray) element.hidden = false;
    clearTimeout(this.#resting);
    const show = () => this.#shadow.replaceChildren(document.createElement("slot"), ...notices);
    if (state === "failed") changeInPlace(this, show);
    else show();
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #dispatch(type, detail) {
    const event = new CustomEvent(type, { bubbles: true, composed: true, detail });
    // `window.onerror` gets every event of this name, and writes it as a text.
    if (type === "error")
      Object.defineProperties(event, { message: { value: detail }, toString: { value: () => detail } });
    this.dispatchEvent(event);
  }

  /** Starts again from the last numbers, with an instance that is alive. */
  #restart() {
    try {
      // The dying instance still knows them; whether it can still say them depends on what it died of.
      this.#lastLink = this.#app?.resume ?? this.#lastLink;
      // One that was only just opened may be what stopped it.
      this.#lastOpen = this.#app?.filled ?? this.#lastOpen;
    } catch {
      this.#lastLink = this.#toldLink;
    }
    this.#app = undefined;
    // They stay in sight until then, and nothing in them calls the dead instance.
    for (const child of this.#shadow.children) /** @type {HTMLElement} */ (child).inert = true;
    this.#state = "idle";
    this.start();
  }

  /**
   * Starts from numbers and open panels that another build has shown.
   * @param {string} [link]
   * @param {string} [open]
   */
  restartFrom(link, open) {
    this.connectedCallback();
    this.#lastLink = link;
    this.#lastOpen = open;
    this.start();
  }

  /**
   * Lets another build go on with all elements.
   * @param {(element: HTMLElement, link?: string, isStarted?: boolean, open?: string) => TakeHome} takeOver
   */
  static handOver(takeOver) {
    for (const element of [...TakeHome.#elements]) {
      const { resume, open } = element.#app ?? {};
      const isStarted = element.#state !== "idle";
      element.#stop();
      takeOver(element, resume, isStarted, open);
      if (!isStarted) element.connectedCallback();
    }
  }

  /**
   * Lets all elements that have started do so once more after the first panic, and fail after any other.
   * @param {string} message
   * @param {string} [stack] Where the browser stopped it; a panic's message says so itself.
   */
  static replaceInstance(message, stack = "") {
    instance = {};
    setbacks++;
    panics++;
    console.error(message, stack);
    for (const element of [...TakeHome.#elements]) {
      if (element.#state !== "loading" && element.#state !== "running") continue;
      if (panics > 1) element.#fail(STOPPED, message);
      else element.#restart();
    }
  }

  /** Whether an element has not shown anything yet. */
  static isStarting() {
    return [...TakeHome.#elements].some((element) => element.#state === "loading");
  }

  /**
   * Replaces the instance if one of its apps that have shown nothing yet still has not a while later.
   * @param {string} message
   */
  static replaceStuck(message) {
    const starting = [...TakeHome.#elements].filter((element) => element.#state === "loading" && element.#app);
    const apps = new Map(starting.map((element) => [element, element.#app]));
    setTimeout(() => {
      const isStuck = (/** @type {TakeHome} */ element) =>
        element.#state === "loading" && element.#app === apps.get(element);
      if (starting.some(isStuck)) TakeHome.replaceInstance(message);
    }, 1000);
  }
}

/**
 * @param {string} line
 * @param {...HTMLElement} more
 */
function notice(line, ...more) {
  const paragraph = document.createElement("p");
  paragraph.part.add("notice");
  // Read out as it appears. A page that broke what sets attributes still gets the line.
  paragraph.role = "alert";
  paragraph.textContent = line;
  paragraph.append(...more);
  return paragraph;
}

customElements.get("take-home") ?? customElements.define("take-home", TakeHome);
