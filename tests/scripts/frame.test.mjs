// What does a frame take from its address, and what does it send to the page around it?

import assert from "node:assert/strict";
import test from "node:test";
import { FakeElement, importScript } from "./support.mjs";

/** A frame with that address; gives its element, what it has sent, and what else a test needs. */
async function frameAt(
  search,
  { referrer = "https://blog.example/post", hash = "", around = undefined, redirects = 0 } = {},
) {
  const element = new FakeElement("take-home");
  const [lost, open] = [new FakeElement("p"), new FakeElement("p")];
  lost.hidden = true;
  open.append(new FakeElement("a"));
  const sent = [];
  const replaced = [];
  let height = 0;
  let listener;
  let resized;
  element.getBoundingClientRect = () => ({ height });
  const parent = { postMessage: (...words) => sent.push(words) };
  Object.assign(globalThis, {
    document: {
      querySelector: (selector) => ({ "#lost": lost, "#open": open })[selector] ?? element,
      referrer,
    },
    location: { search, hash, replace: (fragment) => replaced.push(fragment) },
    history: { state: null, replaceState: (_state, _title, address) => replaced.push(address) },
    performance: { getEntriesByType: () => [{ redirectCount: redirects }] },
    window: { frameElement: around && { src: around } },
    parent,
    ResizeObserver: class {
      constructor(callback) {
        resized = callback;
      }
      observe() {}
    },
    addEventListener: (_, added) => {
      listener = added;
    },
  });
  await importScript("frame.js");
  return {
    element,
    lost,
    open,
    sent,
    replaced,
    resizeTo: (to) => {
      height = to;
      resized();
    },
    hear: (data, source = parent) => listener({ source, data }),
  };
}

test("an address is read as it was meant, whatever passed it on", async () => {
  for (const [search, attributes] of [
    ["?fee=20%25+to+500,+10%25+per+client", { fee: "20%+to+500,+10%+per+client" }],
    ["?fee=2.9%25+%2B+0.30", { fee: "2.9% + 0.30" }],
    ["?fee=2.9%25+0.30&gigs=3", { fee: "2.9%+0.30", gigs: "3" }],
    ["?gigs=12&amp;gig-price=250", { gigs: "12", "gig-price": "250" }],
    ["?GIGS=12&Gig-Price=250", { gigs: "12", "gig-price": "250" }],
    ["?ONCLICK=x&amp;onload=x&Style=x", {}],
  ]) {
    assert.deepEqual((await frameAt(search)).element.attributes, attributes, search);
  }
});

test("names of the address become attributes, but for what would run or is the frame's own", async () => {
  const { element } = await frameAt(
    "?gigs=12&gig-price=250&onfocus=alert(1)&style=x&id=y&class=z&address=https://evil.example&aria-label=no&hidden=&Gigs=1&x:y=1" +
      "&title=Your+bank+says&contenteditable=true&data-field=gigs&accesskey=a&draggable=true&itemprop=x&exportparts=verdict&nonce=x",
  );
  assert.deepEqual(element.attributes, { gigs: "12", "gig-price": "250" });
});

test("the height is sent when it changes, rounded up, to the page alone", async () => {
  const { sent, resizeTo } = await frameAt("");
  resizeTo(700.2);
  resizeTo(700.9);
  resizeTo(650);
  const both = (height) => [
    [{ source: "take-home", version: 1, height }, "https://blog.example"],
    [{ sentinel: "amp", type: "embed-size", height }, "https://blog.example"],
  ];
  assert.deepEqual(sent, [...both(701), ...both(650)]);
});

test("a page that does not say what it is gets the height too", async () => {
  const { sent, resizeTo } = await frameAt("", { referrer: "" });
  resizeTo(700);
  assert.equal(sent[0][1], "*");
});

test("the page that asks gets the height again, and links lead to it with its numbers", async () => {
  const { element, sent, replaced, resizeTo, hear } = await frameAt("");
  resizeTo(700);
  hear({ source: "take-home-page", version: 1 });
  assert.equal(sent.length, 4);
  assert.deepEqual(element.attributes, {});
  hear({ source: "take-home-page", version: 1, address: "https://blog.example/post#gigs=40" });
  assert.deepEqual(element.attributes, { address: "https://blog.example/post" });
  assert.deepEqual(replaced, ["#gigs=40"]);
});

test("numbers in the frame's own address stay", async () => {
  const { replaced, hear } = await frameAt("", { hash: "#gigs=3" });
  hear({ source: "take-home-page", address: "https://blog.example/post#gigs=40" });
  assert.deepEqual(replaced, []);
});

test("nobody but the page around is listened to, and to no address that is none", async () => {
  const { element, sent, hear } = await frameAt("");
  hear({ source: "take-home-page", address: "https://evil.example/" }, {});
  hear({ source: "somebody", address: "https://evil.example/" });
  hear(null);
  assert.deepEqual(sent, []);
  for (const address of [
    "javascript:alert(1)",
    "https://",
    "http://[",
    " https://evil.example/",
    { href: "https://evil.example/" },
    7,
  ]) {
    hear({ source: "take-home-page", address });
  }
  assert.deepEqual(element.attributes, {});
});

test("an address without numbers may have lost them, and says so if it was redirected", async () => {
  const { lost, element } = await frameAt("", { redirects: 1 });
  assert.deepEqual([lost.hidden, element.attributes], [false, {}]);
  for (const [search, more] of [
    ["", {}],
    ["?gigs=12", { redirects: 1 }],
    ["", { redirects: 1, around: "https://blog.example/take-home/embed.html" }],
  ]) {
    assert.equal((await frameAt(search, more)).lost.hidden, true, `${search} ${JSON.stringify(more)}`);
  }
});

test("a page of the same origin shows the numbers that a redirect has dropped", async () => {
  const around = "https://blog.example/take-home/embed.html?gigs=12&amp;gig-price=250#gigs=20";
  const { lost, element } = await frameAt("", { redirects: 1, around });
  assert.deepEqual([lost.hidden, element.attributes], [true, { gigs: "12", "gig-price": "250" }]);
  assert.deepEqual((await frameAt("?gigs=3", { around })).element.attributes, { gigs: "3" });
});

test("the script of the page around sends them, or says that there are none", async () => {
  for (const [example, attributes] of [
    ["?gigs=12&fee=2.9%25+%2B+0.30", { gigs: "12", fee: "2.9% + 0.30" }],
    ["?", {}],
  ]) {
    const { lost, element, hear } = await frameAt("", { redirects: 1 });
    hear({ source: "take-home-page", version: 1, example });
    assert.deepEqual([lost.hidden, element.attributes], [true, attributes]);
  }
  // Nothing was lost here, so nothing is replaced.
  const { element, hear } = await frameAt("?gigs=3");
  hear({ source: "take-home-page", version: 1, example: "?gigs=12&currency=EUR" });
  assert.deepEqual(element.attributes, { gigs: "3" });
});

test("numbers after `#?` are the author's, as no redirect drops them", async () => {
  const { element, replaced, hear } = await frameAt("", { hash: "#?gigs=12&gig-price=250", redirects: 1 });
  assert.deepEqual(element.attributes, { gigs: "12", "gig-price": "250" });
  assert.deepEqual(replaced, ["?gigs=12&gig-price=250"]);
  location.hash = "";
  hear({ source: "take-home-page", address: "https://blog.example/post#gigs=40" });
  assert.deepEqual(replaced.slice(1), ["#gigs=40"]);
});

test("until the calculator is there, a frame with numbers links to them, and shows no other example", async () => {
  const tags = ({ children }) => children.map(({ tag }) => tag);
  for (const [search, inside] of [
    ["?gigs=12", ["a"]],
    ["", []],
  ]) {
    const { element, open } = await frameAt(search);
    assert.deepEqual([open.hidden, tags(element)], [true, inside], search);
  }
});
