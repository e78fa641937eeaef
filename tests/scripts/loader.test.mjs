// How does the loader start elements, load parts, and recover from what fails?

import assert from "node:assert/strict";
import test from "node:test";
import { addressIn, FakeElement, folderWith, settled, source } from "./support.mjs";

const NOT_STARTED = "The calculator could not start here. The example is still correct.";
const PANICKED = /^panicked at\n.*take-home-app\.js/s;
const STOPPED = "The calculator has stopped. The example is still correct; reload the page to start again.";

/** A Wasm file that writes a byte into the memory that it is given, at the address of its number. */
function wasmFile(number, byte = number) {
  const text = (name) => [name.length, ...Buffer.from(name)];
  const section = (id, bytes) => [id, bytes.length, ...bytes];
  // An import of at least one page, and a byte of data at the address of its number.
  const imported = section(2, [1, ...text("__wasm_split"), ...text("memory"), 2, 0, 1]);
  const data = section(11, [1, 0, 0x41, number, 0x0b, 1, byte]);
  return new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...imported, ...data]);
}

const FILES = {
  "take-home-app_bg.wasm": "the app",
  "take-home-chunk-0.wasm": wasmFile(1),
  "take-home-answers.wasm": wasmFile(0, 4),
  "take-home-panels.wasm": wasmFile(2),
  "take-home-share.wasm": wasmFile(3),
  "take-home.css": ".app{}",
  "take-home-panels.css": ".panels{}",
  "take-home-share.css": ".share{}",
};
const PARTS = {
  answers: ["take-home-chunk-0.wasm", "take-home-answers.wasm"],
  panels: ["take-home-chunk-0.wasm", "take-home-panels.wasm"],
  share: ["take-home-chunk-0.wasm", "take-home-share.wasm"],
};

// An app that shows what it is told to. Each import of it is a separate instance.
const APP = `
  const instance = { memory: new WebAssembly.Memory({ initial: 1 }), parts: [], isDead: false };
  page.instances.push(instance);
  export default async (options) => {
    instance.options = options;
    return { memory: instance.memory };
  };
  export const onPanic = (report) => {
    instance.panic = () => {
      report();
      instance.isDead = true;
    };
  };
  const alive = () => {
    if (!instance.isDead) return;
    page.deadCalls++;
    throw new Error("called after its death");
  };
  export const partArrived = (name, scripts) => {
    alive();
    if (scripts) instance.scripts = Object.keys(scripts);
    // Whether all its Wasm is there already.
    instance.parts.push([name, ...new Uint8Array(instance.memory.buffer, 0, 4)].join(" "));
  };
  export const names = () => "gigs gig-price";
  export const awaits = (text) => text.includes("rare-") && instance.parts.length === 0;
  export const followPage = () => () => {};
  export const ignoreSwipes = () => {};
  export const awaitQuestions = () => {};
  export const strayExample = () => [];
  export const watchNodes = () => () => {};
  export class Mounted {
    constructor(host, root, load, announce, start, changing, opened) {
      alive();
      Object.assign(this, { host, root, load, announce, changing, opened, numbers: start ?? "gigs=30", rewritten: 0 });
      instance.app = this;
      (host.apps ??= []).push(this);
      if (page.breaksAtStart) {
        instance.panic();
        throw new WebAssembly.RuntimeError("unreachable");
      }
      if (!page.showsNothing) announce(false);
    }
    get link() {
      alive();
      if (page.breaksLinks) throw new Error("borrowed");
      return this.numbers;
    }
    get resume() {
      return this.link;
    }
    get filled() {
      return "working";
    }
    get comparison() {
      alive();
      return { numbers: this.numbers };
    }
    get extras() {
      return instance.parts.length ? { extras: true } : null;
    }
    show(numbers, hasExtras = false) {
      this.numbers = numbers;
      this.announce(hasExtras);
    }
    rewrite() {
      alive();
      this.rewritten++;
    }
    unmount() {
      alive();
      this.isUnmounted = true;
    }
  }
`;

/** A page with the loader; what its server does can be changed. */
async function open() {
  const page = {
    instances: [],
    asked: [],
    missing: new Set(),
    held: new Map(),
    observed: new Set(),
    heard: [],
    listeners: {},
    deadCalls: 0,
  };
  page.document = {
    createElement: (tag) => new FakeElement(tag),
    defaultView: {
      CSSStyleSheet: class {
        cssRules = [];
        replaceSync(text) {
          page.css = text;
        }
      },
    },
  };
  const loader = (await source("take-home.js")).replace("/* parts */ {}", JSON.stringify(PARTS));
  assert.ok(loader.includes("chunk-0"), "the build has a place for the parts");
  const folder = await folderWith({
    "take-home.js": loader,
    "files.js": await source("files.js"),
    "keys.js": await source("keys.js"),
    "sight.js": await source("sight.js"),
    "take-home-app.js": APP,
    "take-home-share.js":
      'page.shareRuns = (page.shareRuns ?? 0) + 1; export const whereabouts = () => []; export const part = "share";',
  });
  let Element;
  Object.assign(globalThis, {
    page,
    innerHeight: 600,
    scrollY: 0,
    location: { hash: "" },
    addEventListener: (type, listener) => {
      page.listeners[type] = listener;
    },
    document: page.document,
    Element: FakeElement,
    ShadowRoot: class {},
    console: { ...console, error: (message) => page.heard.push(message) },
    HTMLElement: class extends FakeElement {
      isConnected = false;
      ownerDocument = page.document;
      attachShadow() {
        this.shadowRoot = new FakeElement("root");
        return this.shadowRoot;
      }
    },
    MutationObserver: class {
      constructor(callback) {
        this.callback = callback;
      }
      observe(element) {
        element.changed = this.callback;
      }
      takeRecords() {
        return [];
      }
      disconnect() {}
    },
    IntersectionObserver: class {
      constructor(callback) {
        page.near = (target) => callback([{ isIntersecting: true, target }]);
      }
      observe(element) {
        page.observed.add(element);
      }
      unobserve(element) {
        page.observed.delete(element);
      }
    },
    customElements: {
      get: () => Element,
      define: (_, defined) => {
        Element = defined;
      },
    },
    fetch: async (address) => {
      const name = address.split("/").at(-1);
      page.asked.push(name);
      await page.held.get(name);
      if (page.missing.has(name)) return new Response("", { status: 503 });
      return new Response(FILES[name], { headers: { "Content-Type": "application/wasm" } });
    },
  });
  await import(addressIn(folder, "take-home.js"));
  const put = (element) => {
    element.isConnected = true;
    element.connectedCallback();
    return element;
  };
  return Object.assign(page, {
    put,
    remove: (element) => {
      element.isConnected = false;
      element.disconnectedCallback();
    },
    /** A new element, and what it tells the page. */
    add: (attributes = {}) => {
      const element = new Element();
      Object.assign(element, { attributes, told: [] });
      for (const type of ["ready", "change", "error"]) {
        element.addEventListener(type, ({ detail }) => element.told.push([type, detail.numbers ?? detail]));
      }
      return put(element);
    },
  });
}

/** Waits until something is so; fails when it is not in twenty seconds. */
async function until(is) {
  const end = performance.now() + 20_000;
  while (!is()) {
    assert.ok(performance.now() < end, `never ${is}`);
    await settled();
  }
}

const ready = (element) => until(() => element.comparison);
const started = async (page, attributes) => {
  const element = page.add(attributes);
  page.near(element);
  await ready(element);
  return element;
};
const shown = (element) => element.shadowRoot.children.map(({ tag, textContent }) => textContent || tag);
const load = (element, name) => new Promise((done) => element.apps.at(-1).load(name, done));

test("an element fetches nothing before a reader is near, and shows the example", async () => {
  const page = await open();
  const element = page.add();
  await settled();
  assert.deepEqual([page.asked, page.instances.length, shown(element)], [[], 0, ["slot"]]);
  assert.equal(element.comparison, null);
  assert.equal(element.link, null);
});

test("the pointer and the focus start it as well, once", async () => {
  for (const type of ["focusin", "pointerover"]) {
    const page = await open();
    const element = page.add();
    element.dispatchEvent(new Event(type));
    element.dispatchEvent(new Event(type));
    page.near(element);
    await ready(element);
    assert.equal(element.apps.length, 1);
    assert.equal(page.observed.size, 0);
  }
});

test("two elements share one download, and each has an app", async () => {
  const page = await open();
  const [first, second] = [page.add(), page.add()];
  page.near(first);
  page.near(second);
  await Promise.all([ready(first), ready(second)]);
  assert.deepEqual(page.asked.sort(), ["take-home-app_bg.wasm", "take-home.css"]);
  assert.equal(page.instances.length, 1);
  assert.deepEqual([first.apps.length, second.apps.length], [1, 1]);
  assert.deepEqual([first.told, shown(first)], [[["ready", "gigs=30"]], ["div"]]);
  assert.equal(first.shadowRoot.children[0].hidden, false);
});

test("changes are told, and attributes are read again", async () => {
  const page = await open();
  const element = await started(page);
  element.apps[0].show("gigs=40");
  await until(() => element.told.length > 1);
  assert.deepEqual(element.told, [
    ["ready", "gigs=30"],
    ["change", "gigs=40"],
  ]);
  assert.equal(element.link, "gigs=40");
  element.changed([]);
  assert.equal(element.apps[0].rewritten, 1);
});

test("what is overtaken is not told", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const page = await open();
  const element = await started(page);
  // As in a drag of what takes longer to work out.
  element.apps[0].show("gigs=40", true);
  element.apps[0].show("gigs=41", true);
  element.apps[0].show("gigs=42", true);
  t.mock.timers.tick(100);
  await until(() => element.told.length > 1);
  assert.deepEqual(element.told.slice(1), [["change", "gigs=42"]]);
  assert.equal(element.comparison.extras, true);
});

test("without their part the page gets a comparison without extras", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const page = await open();
  const element = await started(page);
  page.missing.add("take-home-answers.wasm");
  element.apps[0].show("gigs=40", true);
  t.mock.timers.tick(100);
  await until(() => element.told.length > 1);
  assert.deepEqual(element.comparison, { numbers: "gigs=40" });
});

test("a part is fetched once, with what others have in common with it", async () => {
  const page = await open();
  const [first, second] = [await started(page), await started(page)];
  page.asked.length = 0;
  assert.deepEqual(await Promise.all([load(first, "panels"), load(second, "panels")]), [true, true]);
  assert.equal(await load(first, "share"), true);
  assert.deepEqual(page.asked.sort(), [
    "take-home-chunk-0.wasm",
    "take-home-panels.css",
    "take-home-panels.wasm",
    "take-home-share.css",
    "take-home-share.wasm",
  ]);
  assert.deepEqual(page.instances[0].parts, ["panels 0 1 2 0", "share 0 1 2 3"]);
  assert.deepEqual([page.instances[0].scripts, page.shareRuns], [["part", "whereabouts"], 1]);
  assert.equal(page.css, ".app{}.panels{}.share{}");
});

test("a part that fails is fetched anew at the next ask, and only what failed", async () => {
  for (const file of ["take-home-panels.wasm", "take-home-chunk-0.wasm", "take-home-panels.css"]) {
    const page = await open();
    const element = await started(page);
    page.missing.add(file);
    assert.equal(await load(element, "panels"), false, file);
    await settled();
    assert.deepEqual(page.instances[0].parts, [], file);
    element.apps[0].show("gigs=40");
    await until(() => element.told.length > 1);
    assert.deepEqual(element.told.at(-1), ["change", "gigs=40"], "the rest goes on");
    page.missing.clear();
    page.asked.length = 0;
    assert.equal(await load(element, "panels"), true, file);
    assert.deepEqual(page.asked, [file]);
    assert.deepEqual(page.instances[0].parts, ["panels 0 1 2 0"], file);
  }
});

test("there is no part of another name", async () => {
  const element = await started(await open());
  assert.equal(await load(element, "none"), false);
});

test("bytes that are no Wasm are a part that fails", async () => {
  const page = await open();
  const element = await started(page);
  FILES["take-home-panels.wasm"] = wasmFile(2).slice(0, 30);
  assert.equal(await load(element, "panels"), false);
  FILES["take-home-panels.wasm"] = wasmFile(2);
  assert.equal(await load(element, "panels"), true);
});

test("an element that cannot start shows the example with a line, and can be started again", async () => {
  const page = await open();
  const element = page.add();
  page.missing.add("take-home-app_bg.wasm");
  page.near(element);
  await until(() => element.told.length > 0);
  assert.deepEqual(element.told, [["error", "Error: take-home-app_bg.wasm answered 503"]]);
  assert.deepEqual(shown(element), ["slot", NOT_STARTED]);
  page.missing.clear();
  await element.start();
  assert.deepEqual(shown(element), ["div"]);
  assert.deepEqual(element.told.slice(1), [["ready", "gigs=30"]]);
  // A browser would not run the script again under the address of the first try.
  await until(() => page.instances.length === 2);
});

test("one that is removed while it loads is idle, and starts where it is put back", async () => {
  const page = await open();
  let release;
  page.held.set("take-home.css", new Promise((resolve) => (release = resolve)));
  const element = page.add();
  page.near(element);
  await settled();
  page.remove(element);
  await settled();
  release();
  await settled();
  assert.deepEqual([element.apps, shown(element)], [undefined, ["slot"]]);
  page.put(element);
  assert.ok(page.observed.has(element));
  page.near(element);
  await ready(element);
  assert.equal(element.apps.length, 1);
});

test("one that is moved keeps its app, and one that is removed has none", async () => {
  const page = await open();
  const element = await started(page);
  page.remove(element);
  page.put(element);
  await settled();
  assert.equal(element.link, "gigs=30");
  assert.deepEqual([element.apps.length, page.observed.has(element)], [1, false]);
  page.remove(element);
  await settled();
  assert.equal(element.apps[0].isUnmounted, true);
  assert.deepEqual([element.link, element.comparison, shown(element)], [null, null, ["slot"]]);
  page.put(element);
  page.near(element);
  await ready(element);
  assert.deepEqual(element.told, [
    ["ready", "gigs=30"],
    ["ready", "gigs=30"],
  ]);
});

test("after a panic all elements start again, once, with their numbers and their parts", async () => {
  const page = await open();
  const [first, second, idle] = [await started(page), await started(page), page.add()];
  await load(first, "panels");
  first.apps[0].show("gigs=40");
  second.apps[0].show("gigs=50");
  await until(() => first.told.length > 1 && second.told.length > 1);
  page.asked.length = 0;
  page.instances[0].panic();
  // The numbers stay in sight, and nothing in them can be used.
  assert.deepEqual([shown(first), first.shadowRoot.children[0].inert], [["div"], true]);
  assert.deepEqual(first.comparison, { numbers: "gigs=40" });
  await until(() => first.told.length > 2 && second.told.length > 2);
  assert.deepEqual([first.link, second.link], ["gigs=40", "gigs=50"]);
  assert.deepEqual([first.apps[0].opened, first.apps[1].opened], [undefined, "working"]);
  assert.deepEqual(first.told.slice(2), [["change", "gigs=40"]]);
  assert.deepEqual([shown(first), first.shadowRoot.children[0].inert], [["div"], false]);
  assert.equal(page.instances.length, 2);
  assert.deepEqual(page.instances[1].parts, ["panels 0 1 2 0"]);
  assert.deepEqual(page.asked.sort(), ["take-home-app_bg.wasm", "take-home-chunk-0.wasm", "take-home-panels.wasm"]);
  assert.deepEqual([idle.apps, page.heard.length], [undefined, 1]);
  assert.match(page.heard[0], PANICKED);

  page.instances[1].panic();
  for (const element of [first, second]) {
    assert.deepEqual(shown(element), ["slot", STOPPED]);
    assert.equal(element.told.at(-1)[0], "error");
    // Where the next instance did.
    assert.match(element.told.at(-1)[1], /^panicked at\n.*take-home-app\.js#1/s);
    assert.deepEqual([element.comparison, element.link], [null, null]);
  }
  assert.deepEqual(idle.told, []);
  // The numbers of the first time would be old ones.
  await first.start();
  assert.deepEqual([first.link, first.apps.at(-1).opened], ["gigs=30", undefined]);
});

test("what a browser stops starts again like what panics, and only if it is ours", async () => {
  const page = await open();
  const element = await started(page);
  element.apps[0].show("gigs=40");
  await until(() => element.told.length > 1);
  const trap = (stack) => Object.assign(new WebAssembly.RuntimeError("unreachable"), { stack });
  page.listeners.error({ error: trap("at https://other.example/game.wasm:1") });
  page.listeners.error({ error: Object.assign(new TypeError("x"), { stack: "at take-home-app.js:1" }) });
  page.listeners.unhandledrejection({ reason: undefined });
  page.listeners.error({});
  assert.equal(page.instances.length, 1);
  page.listeners.error({ error: trap("at https://host.example/v1/take-home-app_bg.wasm:1") });
  await until(() => element.told.length > 2);
  assert.deepEqual([element.link, page.instances.length], ["gigs=40", 2]);
  // What it has left behind is stopped as well, and is no second death.
  page.listeners.unhandledrejection({ reason: trap("at https://host.example/v1/take-home-app.js:1") });
  assert.deepEqual([shown(element), page.instances.length], [["div"], 2]);
});

test("what stops in the file of a part is ours", async () => {
  const page = await open();
  const element = await started(page);
  element.apps[0].show("gigs=40");
  await until(() => element.told.length > 1);
  const stack = "RuntimeError: unreachable\n    at wasm://wasm/take-home-00192006:wasm-function[1589]:0x4cac7";
  page.listeners.unhandledrejection({ reason: Object.assign(new WebAssembly.RuntimeError("unreachable"), { stack }) });
  await until(() => element.told.length > 2);
  assert.deepEqual([element.link, page.instances.length], ["gigs=40", 2]);
});

test("an instance that is stopped before it shows anything is no leftover of the last one", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const page = await open();
  const element = await started(page);
  element.apps[0].show("gigs=40");
  const trap = Object.assign(new WebAssembly.RuntimeError("null function"), { stack: "at take-home-app.js" });
  page.showsNothing = true;
  page.listeners.error({ error: trap });
  await until(() => element.apps.length === 2);
  page.listeners.error({ error: trap });
  assert.notEqual(element.told.at(-1)[0], "error");
  t.mock.timers.tick(1000);
  await until(() => element.told.at(-1)[0] === "error");
  assert.deepEqual(shown(element), ["slot", STOPPED]);
  // One press starts it again, with the numbers that it had.
  page.showsNothing = false;
  await element.start();
  t.mock.timers.tick(1000);
  await until(() => element.told.at(-1)[0] === "ready");
  assert.equal(element.link, "gigs=40");
});

test("after a panic, that the browser stops the instance says nothing more", async () => {
  const page = await open();
  const element = await started(page);
  page.instances[0].panic();
  page.listeners.error({ error: Object.assign(new WebAssembly.RuntimeError("x"), { stack: "take-home-app.js" }) });
  await until(() => element.told.length > 1);
  assert.deepEqual([shown(element), page.instances.length], [["div"], 2]);
});

test("half a style sheet and a page in place of a file are failures", async () => {
  for (const [name, content, type] of [
    ["take-home.css", ".app{color:", "text/css"],
    ["take-home.css", "", "text/css"],
    ["take-home.css", "<!doctype html>}", "text/html; charset=utf-8"],
    ["take-home-app_bg.wasm", "<!doctype html>", "text/html"],
  ]) {
    const page = await open();
    const { fetch } = globalThis;
    globalThis.fetch = async (address) =>
      address.endsWith(`/${name}`) ? new Response(content, { headers: { "Content-Type": type } }) : fetch(address);
    const element = page.add();
    await element.start();
    assert.deepEqual(shown(element), ["slot", NOT_STARTED], `${name}: ${content}`);
    globalThis.fetch = fetch;
    await element.start();
    await until(() => element.told.length > 1);
    assert.deepEqual(shown(element), ["div"], name);
  }
});

test("a panic at the start is one, too", async () => {
  const page = await open();
  page.breaksAtStart = true;
  const element = page.add();
  page.near(element);
  await until(() => element.told.length > 0);
  assert.deepEqual(
    element.told.map(([type]) => type),
    ["error"],
  );
  assert.match(element.told[0][1], PANICKED);
  assert.deepEqual([shown(element), page.instances.length], [["slot", STOPPED], 2]);
});

test("where a dying instance cannot say its numbers the element starts from those that the page was told", async () => {
  const page = await open();
  const element = await started(page);
  element.apps[0].show("gigs=40");
  await until(() => element.told.length > 1);
  page.breaksLinks = true;
  page.instances[0].panic();
  page.breaksLinks = false;
  await until(() => element.told.length > 2);
  assert.equal(element.link, "gigs=40");
});

test("a dead instance is not called again, and what it says no longer matters", async () => {
  const page = await open();
  const element = await started(page);
  let release;
  page.held.set("take-home-panels.wasm", new Promise((resolve) => (release = resolve)));
  let answer = "none";
  element.apps[0].load("panels", (isThere) => (answer = isThere));
  await settled();
  page.instances[0].panic();
  page.instances[0].panic();
  release();
  await until(() => element.told.length > 1);
  await until(() => new Uint8Array(page.instances[0].memory.buffer)[2] === 2);
  await settled();
  assert.deepEqual([answer, page.deadCalls], ["none", 0]);
  assert.deepEqual(shown(element), ["div"]);
  assert.equal(await load(element, "panels"), true);
});

test("what is left of a dead instance does not pass for the next one", async () => {
  const page = await open();
  const element = await started(page);
  element.apps[0].show("gigs=40");
  await until(() => element.told.length > 1);
  let release;
  page.held.set("take-home-app_bg.wasm", new Promise((resolve) => (release = resolve)));
  page.instances[0].panic();
  await settled();
  // A timer of the old interface, for example.
  element.apps[0].show("gigs=50");
  await settled();
  release();
  await until(() => element.told.length > 2);
  assert.deepEqual([element.apps.length, element.link], [2, "gigs=40"]);
  assert.deepEqual(
    [shown(element), element.apps[1].root.hidden, element.shadowRoot.children.includes(element.apps[1].root)],
    [["div"], false, true],
  );
});

test("a restart that finds no network keeps the numbers for the next start", async () => {
  const page = await open();
  const element = await started(page);
  element.apps[0].show("gigs=40");
  await until(() => element.told.length > 1);
  page.missing.add("take-home-app_bg.wasm");
  page.instances[0].panic();
  await until(() => element.told.length > 2);
  assert.deepEqual(shown(element), ["slot", NOT_STARTED]);
  page.missing.clear();
  await element.start();
  assert.equal(element.link, "gigs=40");
});

test("an element whose schedule comes with the answers waits for them", async () => {
  const page = await open();
  const element = await started(page, { schedule: "rare-2026" });
  assert.deepEqual(page.instances[0].parts, ["answers 4 1 0 0"]);
  assert.deepEqual(element.told, [["ready", "gigs=30"]]);
});

test("attributes are read again once the schedule that they name is there", async () => {
  const page = await open();
  const element = await started(page);
  let arrive;
  page.held.set("take-home-answers.wasm", new Promise((done) => (arrive = done)));
  element.attributes.schedule = "rare-2026";
  element.changed([]);
  await settled();
  assert.equal(element.apps[0].rewritten, 0);
  arrive();
  await until(() => element.apps[0].rewritten === 1);
});

test("without its part a schedule is ignored, and the element starts all the same", async () => {
  const page = await open();
  page.missing.add("take-home-answers.wasm");
  const element = await started(page, { schedule: "rare-2026" });
  assert.deepEqual(element.told, [["ready", "gigs=30"]]);
});
