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
  const [first, second] = [frame(`${HOME}/embed.html?gigs=3`), frame(`${HOME}/some/where/embed`)];
  const send = await pageWith(first, second);
  send(first, says(712));
  send(second, says(900));
  assert.deepEqual([...heights.values()], ["712px", "900px"]);
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

test("frames that were there before are asked; the first gets the page's address once it has sent something", async () => {
  const [first, second, blank] = [
    frame(`${HOME}/embed.html#gigs=3`),
    frame(`${HOME}/embed`),
    frame(`${HOME}/embed.html`, { isBlank: true }),
  ];
  const send = await pageWith(first, second, blank);
  // Objects of another realm are equal to no object of this one.
  const sentTo = ({ sent }) => JSON.parse(JSON.stringify(sent));
  const question = [{ source: "take-home-page", version: 1 }, HOME];
  assert.deepEqual([first, second, blank].map(sentTo), [[question], [question], []]);
  send(second, says(500));
  assert.equal(second.sent.length, 1);
  send(first, says(500));
  send(first, says(501));
  const address = { source: "take-home-page", version: 1, address: "https://blog.example/post#gigs=40" };
  assert.deepEqual(sentTo(first), [question, [address, HOME]]);
});
