// Which frames does the page's script resize, and to which height?

import assert from "node:assert/strict";
import test from "node:test";
import { run } from "./support.mjs";

const HOME = "https://files.example";

function frame(src, { border = 0, boxSizing = "content-box", isBlank = false } = {}) {
  const sent = [];
  return {
    src,
    boxSizing,
    offsetHeight: 400 + border,
    clientHeight: 400,
    contentDocument: isBlank ? { URL: "about:blank" } : null,
    contentWindow: { postMessage: (...words) => sent.push(words) },
    style: { setProperty: (_, height) => heights.set(src, height) },
    sent,
  };
}

let heights = new Map();

/** A page with these frames; gives what sends it a message. */
async function pageWith(...frames) {
  heights = new Map();
  let listener;
  await run("resize.js", {
    URL,
    document: { currentScript: { src: `${HOME}/v1/resize.js` }, querySelectorAll: () => frames },
    location: { href: "https://blog.example/post#gigs=40" },
    getComputedStyle: ({ boxSizing }) => ({ boxSizing }),
    addEventListener: (_, added) => {
      listener = added;
    },
  });
  return (from, data, origin = HOME) => listener({ data, source: from.contentWindow, origin });
}

const says = (height) => ({ source: "take-home", version: 1, height });

test("a frame gets the height that it sends", async () => {
  const names = ["embed.html?gigs=3", "some/where/embed", "embed/?gigs=3", "embed/index.html#?gigs=3", "embed/#gigs=3"];
  const frames = names.map((name) => frame(`${HOME}/${name}`));
  const send = await pageWith(...frames);
  for (const [index, one] of frames.entries()) send(one, says(700 + index));
  assert.deepEqual([...heights.values()], ["700px", "701px", "702px", "703px", "704px"]);
});

test("a frame in a sandbox has no origin, and is known by its window", async () => {
  const ours = frame(`${HOME}/embed.html`);
  const send = await pageWith(ours);
  send(ours, says(712), "null");
  send(frame(`${HOME}/embed.html`), says(99), "null");
  assert.deepEqual([...heights.values()], ["712px"]);
});

test("a border that counts to the height is added", async () => {
  const bordered = frame(`${HOME}/embed.html`, { border: 4, boxSizing: "border-box" });
  const send = await pageWith(bordered);
  send(bordered, says(500));
  assert.deepEqual([...heights.values()], ["504px"]);
});

test("only a number between the limits is taken, from our frames, in the version that we know", async () => {
  const ours = frame(`${HOME}/embed.html`);
  const send = await pageWith(ours);
  for (const height of [0, -5, 30_000, Number.NaN, Number.POSITIVE_INFINITY, "tall", undefined])
    send(ours, says(height));
  send(ours, says(500), "https://evil.example");
  send(ours, { ...says(500), version: 2 });
  send(ours, { height: 500 });
  send(ours, null);
  send(frame(`${HOME}/embed.html`), says(500));
  assert.deepEqual([...heights], []);
  send(ours, says("500"));
  assert.deepEqual([...heights.values()], ["500px"]);
});

test("other frames are left alone", async () => {
  const others = [
    "",
    "about:blank",
    "javascript:0",
    `${HOME}/other.html`,
    `${HOME}/embed.html.exe`,
    `${HOME}/unembed.html`,
    `${HOME}/embed/other.html`,
    `${HOME}/?/embed.html`,
    `${HOME}/#/embed`,
    `${HOME}.evil.example/embed.html`,
    "https://evil.example/embed.html",
  ].map((src) => frame(src));
  const send = await pageWith(...others);
  for (const other of others) send(other, says(500));
  assert.deepEqual([...heights], []);
  assert.deepEqual(
    others.flatMap(({ sent }) => sent),
    [],
  );
});

test("frames that were there before are asked; each gets its example, and the first the page's address", async () => {
  const [first, second, blank] = [
    frame(`${HOME}/embed.html?gigs=12#gigs=3`),
    frame(`${HOME}/embed`),
    frame(`${HOME}/embed.html`, { isBlank: true }),
  ];
  const send = await pageWith(first, second, blank);
  // Objects of another realm are equal to no object of this one.
  const sentTo = ({ sent }) => JSON.parse(JSON.stringify(sent));
  const asked = { source: "take-home-page", version: 1 };
  // The question is no secret; what follows is for our origin alone.
  assert.deepEqual([first, second, blank].map(sentTo), [[[asked, "*"]], [[asked, "*"]], []]);
  send(second, says(500));
  send(first, says(500));
  send(first, says(501));
  assert.deepEqual(sentTo(second).slice(1), [[{ ...asked, example: "?" }, HOME]]);
  const address = "https://blog.example/post#gigs=40";
  assert.deepEqual(sentTo(first).slice(1), [[{ ...asked, address, example: "?gigs=12" }, HOME]]);
});
