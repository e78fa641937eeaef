// Does a saved file hold the reader's numbers?

import assert from "node:assert/strict";
import test from "node:test";
import { importScript } from "./support.mjs";

const { withNumbers } = await importScript("save.js");

const FILE = "<main><take-home address><p>The example.</p>\n<table></table></take-home></main>";

test("the numbers become attributes, and their sentences the text", () => {
  assert.equal(
    withNumbers(FILE, "gigs=12&fee=10%25%20%2B%200.30", ["One leaves more.", "It would take more."]),
    '<main><take-home address gigs="12" fee="10% + 0.30"><p>One leaves more.</p><p>It would take more.</p></take-home></main>',
  );
});

test("nothing in a link or a sentence becomes HTML", () => {
  assert.equal(
    withNumbers(FILE, "fee=%22%3E%3Cscript%3E%26", ["<b>5 & 6</b>"]),
    '<main><take-home address fee="&#34;&#62;&#60;script&#62;&#38;"><p>&#60;b&#62;5 &#38; 6&#60;/b&#62;</p></take-home></main>',
  );
});

test("a dollar sign has no meaning of its own", () => {
  const saved = withNumbers(FILE, "gigs=1", ["You keep $1.00, $& and $'."]);
  assert.ok(saved.includes("<p>You keep $1.00, $&#38; and $'.</p>"), saved);
});

test("the example itself needs no attributes", () => {
  assert.equal(withNumbers(FILE, "", ["As it was."]), "<main><take-home address><p>As it was.</p></take-home></main>");
});
