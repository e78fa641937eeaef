// What is stored of a reader's saved list, and what if a browser refuses, or two pages save at once?

import assert from "node:assert/strict";
import test from "node:test";
import { addressIn, folderWith, source } from "./support.mjs";

const KEY = "take-home scenarios";
const SCRIPTS = ["saved.js", "download.js", "picture.js"];

/** A browser's storage; `isFull` refuses what is new. */
function storage() {
  const texts = new Map();
  return {
    texts,
    isFull: false,
    getItem: (key) => texts.get(key) ?? null,
    setItem(key, text) {
      if (this.isFull) throw new Error("QuotaExceededError");
      texts.set(key, text);
    },
  };
}

/** A page with the script. */
async function page(localStorage) {
  globalThis.localStorage = localStorage;
  const texts = await Promise.all(SCRIPTS.map(async (name) => [name, await source(name)]));
  const folder = await folderWith(Object.fromEntries(texts));
  return import(addressIn(folder, "saved.js"));
}

const one = (name, link = "gigs=7") => [name, link, "2026-11-25"];
const names = ({ readList, list }) => {
  assert.equal(readList(), true);
  return list().filter((_, index) => index % 3 === 0);
};

test("a list is stored, and there again on another day", async () => {
  const local = storage();
  const first = await page(local);
  assert.deepEqual(names(first), []);
  assert.equal(local.texts.size, 0, "nothing is stored unasked");
  assert.equal(first.storeList([...one("a"), ...one("b")]), true);
  const next = await page(local);
  assert.equal(next.readList(), true);
  assert.deepEqual(next.list(), [...one("a"), ...one("b")]);
});

test("two pages lose nothing of each other's", async () => {
  const local = storage();
  const [first, second] = [await page(local), await page(local)];
  assert.deepEqual([names(first), names(second)], [[], []]);
  first.storeList(one("first"));
  // The second has not looked since.
  second.storeList(one("second"));
  assert.deepEqual(names(first), ["second", "first"]);
  // What one of them removes stays removed.
  assert.deepEqual(names(second), ["second", "first"]);
  second.storeList(one("second"));
  assert.deepEqual(names(first), ["second"]);
});

test("what a full storage refuses stays in the page, and is stored once there is room", async () => {
  const local = storage();
  const [full, other] = [await page(local), await page(local)];
  names(full);
  local.isFull = true;
  assert.equal(full.storeList(one("mine")), false);
  assert.deepEqual(names(full), ["mine"]);
  assert.deepEqual(names(other), []);
  local.isFull = false;
  other.storeList(one("theirs"));
  assert.equal(full.storeList([...one("mine"), ...one("more")]), true);
  assert.deepEqual(names(other), ["mine", "more", "theirs"]);
});

test("a storage that may not be looked at is an empty one", async () => {
  const script = await page(storage());
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      throw new Error("SecurityError");
    },
  });
  try {
    assert.deepEqual(names(script), []);
    assert.equal(script.storeList(one("a")), false);
    assert.deepEqual(names(script), ["a"]);
  } finally {
    delete globalThis.localStorage;
  }
});

test("what cannot be read moves to another key", async () => {
  for (const [text, expected] of [
    ["garbage", []],
    ['{"version": 1, "scenarios": "none"}', []],
    ['{"version": 2, "scenarios": [{"name": "a", "link": "", "saved": ""}]}', ["a"]],
    ['{"version": 1, "scenarios": [{"name": "a", "link": "", "saved": ""}, {"name": 5}]}', ["a"]],
  ]) {
    const local = storage();
    local.texts.set(KEY, text);
    const script = await page(local);
    assert.equal(script.readList(), false, text);
    assert.deepEqual(
      script.list().filter((_, index) => index % 3 === 0),
      expected,
      text,
    );
    assert.deepEqual(
      [...local.texts.entries()].filter(([key]) => key !== KEY).map(([, kept]) => kept),
      [text],
    );
    assert.deepEqual(names(script), expected, "it is reported once");
  }
});

test("a file is read, and can be picked again", async () => {
  const script = await page(storage());
  const file = (text) => ({ files: text === undefined ? [] : [new Blob([text])], value: "a.json" });
  const read = (input) => new Promise((resolve) => script.readFile(input, resolve));
  const list = file('{"version": 1, "scenarios": [{"name": "a", "link": "gigs=7", "saved": "2026-11-25", "more": 1}]}');
  assert.equal(await read(list), true);
  assert.deepEqual([script.list(), list.value], [one("a"), ""]);
  // What cannot be read is not passed over in silence.
  assert.equal(await read(file('{"version": 1, "scenarios": [{"name": "a", "link": "", "saved": ""}, {}]}')), false);
  assert.deepEqual(script.list(), ["a", "", ""]);
  assert.equal(await read(file('{"scenarios": [{"name": "a", "link": "", "saved": ""}]}')), true, "of another version");
  assert.equal(await read(file("no list")), false);
  assert.deepEqual(script.list(), []);
  // No file was picked.
  await script.readFile(file(undefined), () => assert.fail("there is nothing to read"));
});
