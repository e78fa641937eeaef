// What does a reader see when something goes wrong with one file, and what mends it? Each case has its own frame, so that many can be
// tried at once; a case ends with words for what was seen.

/** The longest wait, in milliseconds. A case that hangs then says where. */
const PATIENCE = 60_000;

/** The value of a promise; an error if it takes too long. */
const inTime = (what, promise) =>
  Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error(`waited for ${what}`)), PATIENCE))]);

const painted = () => inTime("a frame", new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Sends the server a request. */
const server = (path) => inTime(path, fetch(path));

/** Waits until `look`, which may be asynchronous, finds something. */
async function until(what, look, pause = 15) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
    } catch {}
    if (performance.now() > end) throw new Error(`waited for ${what}`);
    await new Promise((done) => setTimeout(done, pause));
  }
}

/** The state of a case that failed, for its message. */
function state(frame) {
  try {
    const notices = noticesOf(frame).map(textOf);
    return JSON.stringify([rootOf(frame).querySelector("#gigs")?.value, elementOf(frame).comparison?.gigs.gross, notices, frame.contentWindow.heard]);
  } catch (error) {
    return error.message;
  }
}

/** How often the browser itself stopped an app that nothing was wrong with. */
let stops = 0;

/**
 * Runs a case in its own frame, which is removed however the case ends. With hundreds of apps on one page, WebKit once in a while stops
 * one, which says nothing of the fault that is tried. The case is then tried again; a few times in all, or something is wrong after all.
 */
async function inFrame(attributes, mayTrap, run) {
  const frame = document.createElement("iframe");
  Object.assign(frame, attributes);
  let outcome;
  try {
    outcome = await run(frame);
  } catch (error) {
    outcome = `FAILED: ${error.message}; ${state(frame)}`;
  }
  const isStopped = !mayTrap && frame.contentWindow?.heard?.some((line) => /^error: RuntimeError/.test(line));
  frame.remove();
  return isStopped && ++stops <= 3 ? inFrame(attributes, true, run) : outcome;
}

const documentOf = (frame) => frame.contentDocument;
const elementOf = (frame) => documentOf(frame).querySelector("take-home");
const rootOf = (frame) => elementOf(frame).shadowRoot;
const appOf = (frame) => rootOf(frame).querySelector(".th");
const textOf = (element) => element?.innerText.replaceAll("\u00a0", " ") ?? "";
const isShown = (element) => element?.checkVisibility?.() ?? (element?.getClientRects().length ?? 0) > 0;
const isStyled = (frame, rule) => [...rootOf(frame).adoptedStyleSheets[0].cssRules].some(({ selectorText }) => selectorText?.includes(rule));
const noticesOf = (frame) => [...(rootOf(frame)?.querySelectorAll("[part=notice]") ?? [])].filter(isShown);

/** Types a number as a reader does, whatever has the focus. */
function type(frame, text) {
  const field = rootOf(frame).querySelector("#gigs");
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}

const TYPED = "12";
// Twelve of $100 against one of $1,000: 960 and 100 + 50 less.
const WITH_TYPED = "Many small gigs leave you $110 more.";
// One of $100 is 20 less.
const WITH_ONE = "One large contract leaves you $770 more.";
// Under Fevrok's fee the contract is 100 + 75 less.
const UNDER_RARE = "Many small gigs leave you $135 more.";
const EXAMPLE = "Ten gigs of $100.";

/** The reader's action, the sign that it worked, and the control to press when it did not. */
const MOMENTS = {
  start: {
    page: "pages/faults.html",
    isFilled: (frame) => elementOf(frame).comparison,
    isStyled: (frame) => isStyled(frame, ".th-answer"),
    press: (frame) => noticesOf(frame)[0]?.querySelector("input"),
  },
  answers: {
    page: "pages/faults.html",
    begin: (frame) => {
      const list = rootOf(frame).querySelector("select[data-field=platform]");
      list.value = "fevrok-2026";
      list.dispatchEvent(new Event("change", { bubbles: true }));
    },
    answer: UNDER_RARE,
    isFilled: (frame) => textOf(rootOf(frame).querySelector(".th-answer")) === UNDER_RARE,
    isStyled: (frame) => isStyled(frame, ".th-others"),
    press: (frame) => rootOf(frame).querySelector(".th-fee-source [data-field=retry]") ?? noticesOf(frame)[0]?.querySelector("input"),
    said: (frame) => [...rootOf(frame).querySelectorAll("[data-field=retry]")].filter(isShown).length + noticesOf(frame).length,
  },
  panel: {
    page: "pages/faults.html",
    begin: (frame) => rootOf(frame).querySelector("details[data-field=working] > summary").click(),
    isFilled: (frame) => rootOf(frame).querySelector("details[data-field=working] > .th-content :is(table, ol, ul)"),
    isStyled: (frame) => isStyled(frame, ".th-others"),
    press: (frame) =>
      rootOf(frame).querySelector("details[data-field=working] [data-field=retry]") ??
      rootOf(frame).querySelector("details[data-field=working]:not([open]) > summary") ??
      noticesOf(frame)[0]?.querySelector("input"),
    said: (frame) => [...rootOf(frame).querySelectorAll("[data-field=retry]")].filter(isShown).length + noticesOf(frame).length,
  },
  books: {
    page: "pages/faults.html",
    begin: (frame) => rootOf(frame).querySelector("details[data-field=books] > summary").click(),
    isFilled: (frame) => rootOf(frame).querySelector("[data-books=cells]"),
    isStyled: (frame) => isStyled(frame, ".th-drop"),
    press: (frame) =>
      rootOf(frame).querySelector("details[data-field=books] [data-field=retry]") ??
      rootOf(frame).querySelector("details[data-field=books]:not([open]) > summary") ??
      noticesOf(frame)[0]?.querySelector("input"),
    said: (frame) => [...rootOf(frame).querySelectorAll("[data-field=retry]")].filter(isShown).length + noticesOf(frame).length,
  },
  share: {
    page: "pages/faults.html",
    begin: (frame) => rootOf(frame).querySelector("[data-share=export]").click(),
    isFilled: (frame) => rootOf(frame).querySelector("[data-share=csv]"),
    isStyled: (frame) => isStyled(frame, ".th-snippet"),
    // In the line, if the calculator has stopped; otherwise the same button again, also of another instance.
    press: (frame) =>
      noticesOf(frame)[0]?.querySelector("input") ??
      ((noticesOf(frame)[0] || appOf(frame) !== frame.app) && rootOf(frame).querySelector("[data-share=export]")),
  },
  frame: {
    page: "embed.html?gigs=10&gig-price=100",
    isFilled: (frame) => elementOf(frame).comparison && isShown(rootOf(frame).querySelector(".th-answer")),
    isStyled: (frame) => isStyled(frame, ".th-answer"),
    press: (frame) => noticesOf(frame)[0]?.querySelector("input"),
  },
};

/** Whether nothing that can be read is wrong: the answer to what was typed, the example, or a link to it. */
function isReadable(frame, moment) {
  if (MOMENTS[moment].begin) {
    const field = rootOf(frame).querySelector("#gigs");
    return field.value === TYPED && [WITH_TYPED, MOMENTS[moment].answer].includes(textOf(rootOf(frame).querySelector(".th-answer")));
  }
  if (elementOf(frame).comparison) return elementOf(frame).comparison.gigs.gross === "1000.00";
  if (moment === "frame") return [...documentOf(frame).links].some(isShown) && !textOf(documentOf(frame).body).includes("$1,700");
  return textOf(elementOf(frame)).includes(EXAMPLE);
}

async function outcome(frame, { moment, file, fault }) {
  const id = `${moment}-${file}-${fault}-${Math.random()}`;
  const { page, begin, isFilled, isStyled, press, said = (frame) => noticesOf(frame).length } = MOMENTS[moment];
  const isDone = (frame) => isFilled(frame) && isStyled(frame);
  let isLoaded = false;
  frame.onload = () => (isLoaded = true);
  frame.src = fault === "none" ? `/plain/${page}` : `/faulty/${fault}/${file}/${id}/${page}`;
  document.body.append(frame);
  const heard = () => frame.contentWindow.heard ?? [];
  const isReady = () => until("the start", () => elementOf(frame).comparison);
  if (begin) {
    await isReady();
    type(frame, TYPED);
    await until("the answer", () => textOf(rootOf(frame).querySelector(".th-answer")) === WITH_TYPED);
    frame.app = appOf(frame);
    begin(frame);
  }
  if (fault !== "slow") await until("the page", () => isLoaded);
  // A browser has few connections to a host, so none is kept waiting.
  if (fault !== "none") await until("the file to be asked for", async () => (await server(`/asked/${id}`)).ok, 60);
  // It has failed, or worked, or there is nothing that could do either.
  const isLoader = () => frame.contentWindow.customElements.get("take-home");
  if (fault === "slow") {
    await until("the article", () => elementOf(frame));
    await painted();
  } else if (begin || (isLoader() && file !== "frame.js")) {
    await until("an outcome", () => isFilled(frame) || press(frame));
    await painted();
    // On a busy machine its line may be in the page before it is painted.
    if (begin) await until("its line", () => isFilled(frame) || said(frame) || appOf(frame) !== frame.app);
  }
  const words = [];
  // A page waits for the style sheets that it names, and is not painted until then.
  const isBlank = fault === "slow" && file === "frame.css";
  if (!isBlank && !isReadable(frame, moment)) words.push(`not readable: ${textOf(documentOf(frame).body).slice(0, 80)}`);
  const spoken = said(frame);
  if (spoken > 1) words.push(`${spoken} lines`);
  const [wasFilled, wasDone] = [isFilled, isDone].map((look) => Boolean(isLoader() && look(frame)));
  await server(`/healed/${id}`);
  let mending;
  if (fault === "slow") {
    if (spoken) words.push("a line too early");
    mending = isBlank ? "the browser waits for it" : "waits, then goes on";
  } else if (wasDone) {
    mending = "works";
  } else if (press(frame)) {
    let presses = 0;
    while (!isDone(frame)) {
      if (++presses > 4) break;
      const line = noticesOf(frame)[0];
      const pressed = press(frame);
      pressed.click();
      // The same line is there until then.
      await until("the next outcome", () => isDone(frame) || (line ? noticesOf(frame)[0] !== line : press(frame) !== pressed) && press(frame));
      await painted();
    }
    mending = `${spoken ? "one line" : "starts again"}, ${["no", "one", "two", "three", "four", "five"][presses]} press${presses > 1 ? "es" : ""}`;
  } else {
    isLoaded = false;
    frame.contentWindow.location.reload();
    await until("the page again", () => isLoaded);
    await isReady();
    if (begin) begin(frame);
    mending = wasFilled ? "other looks until the page is loaded again" : { start: "the example until the page is loaded again", frame: "a link to the calculator" }[moment];
  }
  await until("everything", () => isDone(frame));
  if (begin && !/loaded again/.test(mending) && !isReadable(frame, moment)) words.push("what was typed is lost");
  if (said(frame)) words.push("the line stays");
  const wrong = heard().filter((line) => /^rejection: (?!RuntimeError)|\[object/.test(line));
  if (wrong.length) words.push(`console: ${wrong[0]}`);
  return [mending, ...words].join("; ");
}

/** Tries cases, a few at once. */
window.tryAll = async (cases) => {
  const outcomes = {};
  const rest = [...cases];
  const next = async () => {
    for (let one = rest.shift(); one; one = rest.shift()) {
      const name = `${one.moment} ${one.file} ${one.fault}`;
      // Wasm of another build may trap.
      const mayTrap = one.fault === "other";
      outcomes[name] = await inFrame({ width: 800, height: 400 }, mayTrap, (frame) => outcome(frame, one));
    }
  };
  await Promise.all(Array.from({ length: 10 }, next));
  return outcomes;
};

/** Takes every function of an object away. */
const refuse = (prototype, name, window) => {
  for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (typeof value !== "function" || key === "constructor") continue;
    prototype[key] = () => {
      throw new window.DOMException("no", name);
    };
  }
};

/** What can go wrong in a browser or a page, at any moment; some mend themselves. */
const WORLD = {
  "Storage is full": (w) => {
    w.Storage.prototype.setItem = () => {
      throw new w.DOMException("full", "QuotaExceededError");
    };
  },
  "Storage fails at each call": (w) => refuse(w.Storage.prototype, "UnknownError", w),
  "Storage is forbidden": (w) =>
    Object.defineProperty(w, "localStorage", {
      get() {
        throw new w.DOMException("no", "SecurityError");
      },
    }),
  "The history refuses": (w) => refuse(w.History.prototype, "SecurityError", w),
  "The clock says nothing": (w) => {
    w.Date = class extends w.Date {
      constructor() {
        super(Number.NaN);
      }
    };
  },
  "Listeners of the page throw": (w) => {
    for (const kind of ["ready", "change", "error", "input", "keydown"]) {
      w.addEventListener(kind, () => {
        throw new w.Error("of the page");
      });
    }
  },
  "The worker is gone": async (w) => {
    for (const registration of (await w.navigator.serviceWorker?.getRegistrations()) ?? []) await registration.unregister();
    for (const name of await w.caches.keys()) await w.caches.delete(name);
  },
  "The app panics": (w) => {
    const { setAttribute } = w.Element.prototype;
    w.Element.prototype.setAttribute = function (...pair) {
      if (!/wasm/.test(new w.Error().stack)) return setAttribute.apply(this, pair);
      w.Element.prototype.setAttribute = setAttribute;
      throw new w.Error("hostile");
    };
  },
  // As when a part is another build's: nothing of the app hears of it.
  "The browser stops the app": (w) => {
    const { get, set } = Object.getOwnPropertyDescriptor(w.Node.prototype, "nodeValue");
    const { createTextNode } = w.Document.prototype;
    const stop = () => {
      if (!/wasm/.test(new w.Error().stack)) return;
      Object.defineProperty(w.Node.prototype, "nodeValue", { get, set, configurable: true });
      w.Document.prototype.createTextNode = createTextNode;
      throw new w.WebAssembly.RuntimeError("unreachable");
    };
    Object.defineProperty(w.Node.prototype, "nodeValue", {
      get,
      set(text) {
        stop();
        set.call(this, text);
      },
      configurable: true,
    });
    w.Document.prototype.createTextNode = function (text) {
      stop();
      return createTextNode.call(this, text);
    };
  },
  "Its nodes are removed": (w) => {
    const app = w.document.querySelector("take-home").shadowRoot.querySelector(".th");
    for (const node of [...(app?.querySelectorAll("p, summary, .th-answer") ?? [])]) if (!node.closest(".th-share")) node.remove();
  },
  "It is moved": (w) => {
    const element = w.document.querySelector("take-home");
    w.document.querySelector("main").prepend(element);
  },
};

const WHEN = {
  "before the start": async () => {},
  "after it": async (frame) => {
    elementOf(frame).start();
    await until("the start", () => elementOf(frame).comparison);
  },
  "with a panel open": async (frame) => {
    await WHEN["after it"](frame);
    MOMENTS.panel.begin(frame);
    await until("the panel", () => MOMENTS.panel.isFilled(frame));
  },
  "with the saved list open": async (frame) => {
    await WHEN["after it"](frame);
    rootOf(frame).querySelector("[data-share=saved]").click();
    await until("the list", () => rootOf(frame).querySelector("[data-share=save]"));
  },
};

async function weathered(frame, { fault, when }) {
  document.body.append(frame);
  await until("the page", () => frame.contentWindow.customElements?.get("take-home"));
  const sent = () => frame.contentWindow.sent.filter(({ name }) => name === "error").length;
  await WHEN[when](frame);
  await WORLD[fault](frame.contentWindow);
  frame.height = 400;
  if (when === "before the start") elementOf(frame).start();
  const words = [];
  await until("the start", () => elementOf(frame).comparison || noticesOf(frame).length);
  if (noticesOf(frame).length) {
    words.push("one line, one press");
    noticesOf(frame)[0].querySelector("input").click();
    await until("the start", () => elementOf(frame).comparison);
  }
  // One number, and then another one, at which it may fail.
  const before = appOf(frame);
  type(frame, "1");
  // What has stopped stays in sight, and may show half of a change, until the next one starts.
  const isAlive = () => appOf(frame) && !appOf(frame).closest("[inert]") && elementOf(frame).comparison;
  const isRight = (answer) => textOf(rootOf(frame).querySelector(".th-answer")) === answer && isAlive();
  await until("an answer or another start", () => isRight(WITH_ONE) || appOf(frame) !== before);
  if (appOf(frame) !== before) {
    words.push("starts again, without the last key");
    // It may have failed before the key, which then reached the next instance.
    const goesOn = () => ["1", "10"].includes(rootOf(frame).querySelector("#gigs").value);
    await until("the next start", () => appOf(frame) && appOf(frame) !== before && elementOf(frame).comparison && goesOn());
  }
  type(frame, TYPED);
  await until("the answer to what was typed", () => isRight(WITH_TYPED));
  // Everything else is there, too.
  const panel = rootOf(frame).querySelector("details[data-field=about]");
  if (!panel.open) panel.querySelector("summary").click();
  await until("another panel", () => rootOf(frame).querySelector("details[data-field=about] > .th-content :is(dl, table)"));
  if (!rootOf(frame).querySelector("[data-share=save]")) rootOf(frame).querySelector("[data-share=saved]").click();
  (await until("the list", () => rootOf(frame).querySelector("[data-share=save]"))).click();
  const said = await until("what is said", () => textOf(rootOf(frame).querySelector(".th-said")));
  if (!/saved/i.test(said) || /cannot/.test(said)) words.push(`“${said.split(/[.:]/)[0]}”`);
  await until("the saved one", () => rootOf(frame).querySelector(".th-saved li"));
  if (noticesOf(frame).length || sent()) words.push("a line");
  const wrong = frame.contentWindow.heard.filter((line) => !/of the page|panicked|hostile|unreachable|^warn: take-home/i.test(line));
  if (wrong.length) words.push(`console: ${wrong[0].slice(0, 120)}`);
  return words.join("; ") || "works";
}

/** Tries the faults of the world, one moment after the other. */
window.weatherAll = async () => {
  const outcomes = {};
  const rest = Object.keys(WORLD).flatMap((fault) => Object.keys(WHEN).map((when) => ({ fault, when })));
  const next = async () => {
    for (let one = rest.shift(); one; one = rest.shift()) {
      // Only one pixel high: the element stays out of sight, so it does not start by itself.
      const attributes = { width: 800, height: 1, src: "/plain/pages/faults.html" };
      (outcomes[one.fault] ??= {})[one.when] = await inFrame(attributes, true, (frame) => weathered(frame, one));
    }
  };
  await Promise.all(Array.from({ length: 6 }, next));
  localStorage.clear();
  return [Object.keys(WHEN), Object.keys(WORLD).map((fault) => [fault, ...Object.keys(WHEN).map((when) => outcomes[fault][when])])];
};
