// How does the calculator in a frame get its example, and the page around it the frame's height? The example is in the frame's
// address; the height is sent whenever it changes, to resize.js.

const element = /** @type {HTMLElement} */ (document.querySelector("take-home"));

// Anyone can write an address, so no attribute that runs something or is the frame's own business is taken from it.
const ALLOWED =
  /^(?!on|aria-|(address|autofocus|class|dir|hidden|id|inert|is|part|popover|role|slot|style|tabindex)$)[a-z-]+$/;
// A `+` is a space where another one is escaped. Anywhere else it stays, since a fee may contain one, and the element reads it as a
// space if it makes no sense.
const search = location.search.replace(/[^&]+/g, (pair) => (/%2B/i.test(pair) ? pair : pair.replaceAll("+", "%2B")));
for (const [written, value] of new URLSearchParams(search)) {
  // Programs leave the rest of an `&amp;`, and capitals.
  const name = written.replace(/^amp;/, "").toLowerCase();
  if (ALLOWED.test(name) && !element.hasAttribute(name)) element.setAttribute(name, value);
}

// The example in the file is not that of the address. Until the calculator is ready, and if it fails, there is the same link as
// where no script runs.
if (location.search) {
  const text = document.querySelector("noscript")?.textContent?.replaceAll(/<.*?>/g, "");
  element.replaceChildren(
    Object.assign(document.createElement("a"), { href: "", target: "_blank", textContent: text }),
  );
}

// Only the page around needs the height. Where it does not say what it is, everybody may have it: a height is no secret.
const pageOrigin = document.referrer ? new URL(document.referrer).origin : "*";

/**
 * Makes the links of the calculator lead to the page around; a reader's numbers in its fragment are taken over.
 * @param {URL} page
 */
function setAddress({ href, hash }) {
  element.setAttribute("address", href.split("#")[0]);
  // `replace` adds no step to the reader's history.
  if (hash.length > 1 && !location.hash) location.replace(hash);
}

/** @type {number | undefined} */
let lastHeight;
function sendHeight() {
  const height = Math.ceil(element.getBoundingClientRect().height);
  if (height === lastHeight) return;
  lastHeight = height;
  parent.postMessage({ source: "take-home", version: 1, height }, pageOrigin);
  // AMP pages listen for this.
  parent.postMessage({ sentinel: "amp", type: "embed-size", height }, pageOrigin);
}

if (parent !== window) {
  new ResizeObserver(sendHeight).observe(element);
  // A page whose script came later than the frame asks for the height.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.source !== "take-home-page") return;
    if (/^https?:/.test(data.address)) setAddress(new URL(data.address));
    lastHeight = undefined;
    sendHeight();
  });
}
