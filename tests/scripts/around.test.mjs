// What do the scripts learn of the page around the calculator: its colours, its address, and whether that has numbers?

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { importScript, source } from "./support.mjs";

const { followPage } = await importScript("scheme.js");
globalThis.location = { href: "https://blog.example/posts/fees?x=1#top" };
const { whereabouts } = await importScript("whereabouts.js");

/** Whether an element with these backgrounds around it, the nearest first, is on a dark page. */
function isOnDark(backgrounds) {
  globalThis.getComputedStyle = ({ background }) => ({ colorScheme: "normal", backgroundColor: background });
  globalThis.IntersectionObserver = class {
    observe() {}
  };
  globalThis.matchMedia = () => ({ matches: false });
  const elements = backgrounds.map((background) => ({ background, getRootNode: () => ({}) }));
  elements.forEach((element, at) => {
    element.parentElement = elements[at + 1] ?? null;
  });
  let isDark;
  const place = { classList: { toggle: (_, on) => (isDark = on) }, addEventListener() {} };
  followPage(elements[0], place);
  return isDark;
}

test("a page is as light as the nearest background that covers what is below it", () => {
  const [white, slate] = ["rgb(255, 255, 255)", "rgb(15, 23, 42)"];
  for (const [tint, page, isDark] of [
    ["rgba(0, 0, 0, 0)", white, false],
    ["rgba(0, 0, 0, 0)", slate, true],
    ["rgb(20, 20, 20)", white, true],
    // A tint of 5% or 10%, as frameworks mix it: its components may be below zero, tiny or none.
    ["oklab(0.208 -0.00310889 -0.0418848 / 0.05)", white, false],
    ["oklab(0.97 -0.003 -0.0141 / 0.1)", slate, true],
    ["lab(20 -5 -20 / 0.1)", white, false],
    ["oklab(0.2 1e-7 -2.5e-8 / 0.05)", white, false],
    ["oklch(0.2 0 none / 0.05)", white, false],
    ["color(srgb -0.01 0 0.2 / 0.1)", white, false],
    // The same without transparency.
    ["oklab(0.208 -0.00310889 -0.0418848)", white, true],
    ["lab(95 -5 -20)", slate, false],
    ["oklch(0.2 0 none)", white, true],
    ["color(srgb -0.01 0 0.2)", white, true],
    ["color(srgb 1 1 1)", slate, false],
  ]) {
    assert.equal(isOnDark([tint, page]), isDark, `${tint} on ${page}`);
  }
});

/** The address of links where the element has this attribute. */
function addressFor(attribute) {
  const host = {
    baseURI: "https://blog.example/posts/fees?x=1",
    getAttribute: () => attribute,
    hasAttribute: () => true,
  };
  return whereabouts({ getRootNode: () => ({ host }) })[0];
}

test("links lead to the page, or to the address that the author names", () => {
  const page = "https://blog.example/posts/fees?x=1";
  for (const [attribute, address] of [
    [null, page],
    ["", page],
    ["address", page],
    ["true", page],
    ["https://example.org/a?x=1", "https://example.org/a?x=1"],
    ["https://example.org/a?x=1#sec", "https://example.org/a?x=1"],
    ["https://example.org/a#", "https://example.org/a"],
    [" https://example.org/b ", "https://example.org/b"],
    ["example.org/post", "https://example.org/post"],
    ["example.org", "https://example.org/"],
    ["example.org?x=1", "https://example.org/?x=1"],
    ["example.org#calc", "https://example.org/"],
    ["example.org:8080/x", "https://example.org:8080/x"],
    ["localhost:3000/x", "http://localhost:3000/x"],
    ["fees.shtml", "https://blog.example/posts/fees.shtml"],
    ["/about", "https://blog.example/about"],
    ["blog/post", "https://blog.example/posts/blog/post"],
    ["other.html", "https://blog.example/posts/other.html"],
    ["?y=2", "https://blog.example/posts/fees?y=2"],
    ["#calc", page],
    ["https://", page],
  ]) {
    assert.equal(addressFor(attribute), address, `address=${attribute}`);
  }
});

test("a link with any number leads to the calculator", async () => {
  const [, pattern] = /^const NUMBERS =\s+\/(.+)\/i;$/m.exec(await source("take-home.js"));
  const numbers = new RegExp(pattern, "i");
  const reference = await readFile(new URL("../../docs/reference.md", import.meta.url), "utf8");
  const [, names] = /\n## Names\n(.+?)\n### Appearance/s.exec(reference);
  const all = [...names.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  assert.ok(all.length > 70, `${all.length} names`);
  for (const name of all.filter((name) => name !== "list-names")) {
    for (const fragment of [`#${name}=5`, `#utm=x&${name}=5`, `#${name.toUpperCase()}%3D5`, `#a=1%26${name}=5`]) {
      assert.ok(numbers.test(fragment), fragment);
    }
  }
  assert.ok(numbers.test("#same-total"));
  for (const fragment of [
    "",
    "#",
    "#fee",
    "#rate-card",
    "#page=2",
    "#work=3",
    "#/plans?rate=5",
    "#!/x?gigs=1",
    "#my-fee=1",
    "#same-total-costs",
    "#work-type=remote",
    "#monthly-plan=pro",
    "#%2Fplans?a=1&rate=5",
  ]) {
    assert.ok(!numbers.test(fragment), fragment);
  }
});
