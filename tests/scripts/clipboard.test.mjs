// What gets into the clipboard, and what if the browser refuses?

import assert from "node:assert/strict";
import test from "node:test";
import { importScript } from "./support.mjs";

/** Copies something where `clipboard` is the browser's: whether that worked, and which texts were selected. */
async function copied(clipboard, text, html) {
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { clipboard } });
  globalThis.ClipboardItem = class {
    constructor(blobs) {
      this.blobs = blobs;
    }
  };
  globalThis.requestAnimationFrame = (then) => then();
  const selected = [];
  const field = (value) => ({ value, select: () => selected.push(value) });
  const root = { querySelectorAll: () => [field("another text"), field(text.replaceAll("\r\n", "\n"))] };
  const { copy } = await importScript("clipboard.js");
  const isDone = await new Promise((resolve) => copy(root, text, html, resolve));
  return [isDone, selected];
}

const refuse = () => Promise.reject(new Error("NotAllowedError"));

test("a text is copied, and a table as HTML too", async () => {
  const texts = [];
  const items = [];
  const clipboard = { writeText: async (text) => texts.push(text), write: async ([item]) => items.push(item) };
  assert.deepEqual(await copied(clipboard, "a", ""), [true, []]);
  assert.deepEqual([texts, items], [["a"], []]);
  assert.deepEqual(await copied(clipboard, "a\tb", "<table></table>"), [true, []]);
  const blobs = Object.entries(items[0].blobs).map(async ([type, blob]) => [type, blob.type, await blob.text()]);
  assert.deepEqual(await Promise.all(blobs), [
    ["text/plain", "text/plain", "a\tb"],
    ["text/html", "text/html", "<table></table>"],
  ]);
});

test("a clipboard that takes only text gets the text", async () => {
  const texts = [];
  const clipboard = { writeText: async (text) => texts.push(text), write: refuse };
  assert.deepEqual(await copied(clipboard, "a\tb", "<table></table>"), [true, []]);
  assert.deepEqual(texts, ["a\tb"]);
});

test("what is refused is selected to be copied by hand", async () => {
  for (const clipboard of [undefined, { writeText: refuse, write: refuse }]) {
    assert.deepEqual(await copied(clipboard, "a", ""), [false, ["a"]]);
    assert.deepEqual(await copied(clipboard, "a", "<p>a</p>"), [false, ["a"]]);
    assert.deepEqual(await copied(clipboard, "a,b\r\n1,2\r\n", ""), [false, ["a,b\n1,2\n"]]);
  }
});
