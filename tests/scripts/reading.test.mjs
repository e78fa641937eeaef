// Is a file read in pieces, in its own encoding, until nobody wants more of it?

import assert from "node:assert/strict";
import test from "node:test";
import { importScript } from "./support.mjs";

const { read, pasted, picked } = await importScript("reading.js");

/** Reads a source: the text, how far each piece came, and how often it went on after the last one. */
async function readAll(source, most = Number.POSITIVE_INFINITY, after = 2) {
  const pieces = [];
  let rest = 0;
  let hasFailed = false;
  await read(source, (piece, done, failed) => {
    hasFailed ||= failed;
    if (piece === undefined) return !failed && ++rest < after;
    pieces.push([piece, done]);
    return pieces.length < most;
  });
  return { text: pieces.map(([piece]) => piece).join(""), done: pieces.map(([, done]) => done), rest, hasFailed };
}

const source = (...parts) => ({ name: "a.csv", blob: new Blob(parts) });

test("a large file comes in pieces, and no letter is cut", async () => {
  const text = "Müller;1.200,50 €\n".repeat(20_000);
  const found = await readAll(source(text));
  assert.equal(found.text, text);
  assert.ok(found.done.length > 2 && found.done.at(-1) === 1000);
  assert.deepEqual([found.rest, found.hasFailed], [2, false]);
});

test("the encoding is what the file says, or what makes sense", async () => {
  assert.equal((await readAll(source(new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0xa9])))).text, "é");
  assert.equal((await readAll(source(new Uint8Array([0xff, 0xfe, 0xe9, 0x00])))).text, "é");
  assert.equal((await readAll(source(new Uint8Array([0xfe, 0xff, 0x00, 0xe9])))).text, "é");
  assert.equal((await readAll(source(new Uint8Array([0x4d, 0xfc])))).text, "Mü");
});

test("nothing is read that nobody wants", async () => {
  const found = await readAll(source("a,b\n".repeat(200_000)), 2);
  assert.deepEqual([found.done.length, found.rest], [2, 0]);
});

test("a file that cannot be read says so", async () => {
  const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error("NotReadableError")) }) };
  assert.equal((await readAll({ name: "gone.csv", blob: gone })).hasFailed, true);
});

test("without a source only the rest is done", async () => {
  assert.deepEqual(await readAll(undefined), { text: "", done: [], rest: 2, hasFailed: false });
});

test("cells and files are sources, and the same file can be picked again", async () => {
  assert.equal((await readAll(pasted("a\tb"))).text, "a\tb");
  const file = Object.assign(new Blob(["a,b"]), { name: "a.csv" });
  const input = { files: [file], value: "C:\\fakepath\\a.csv" };
  assert.equal(picked(input).name, "a.csv");
  assert.equal(input.value, "");
  assert.equal(picked({ files: [] }), undefined);
});
