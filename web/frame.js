// How does the calculator in a frame get its example, and the page around it the frame's height? The example is in the frame's
// address; the height is sent whenever it changes, to resize.js.

const element = /** @type {HTMLElement} */ (document.querySelector("take-home"));

// Anyone can write an address, so only names that mean something to the calculator alone are taken from it: none that runs something,
// says something, or is the frame's own business.
const GENERAL = [
  /^(on|aria-|auto|data-|exportparts|item)/,
  /^(accesskey|address|anchor|class|contenteditable|dir|draggable|enterkeyhint|hidden|id|inert|inputmode|is|nonce|part|popover)$/,
  /^(role|slot|spellcheck|style|tabindex|title|translate|virtualkeyboardpolicy|writingsuggestions)$/,
];
/** @param {string} name */
const isAllowed = (name) => /^[a-z-]+$/.test(name) && !GENERAL.some((names) => names.test(name));
// A `+` is a space where another one is escaped. Anywhere else it stays, since a fee may contain one, and the element reads it as a
// space if it makes no sense.
const search = location.search.replace(/[^&]+/g, (pair) => (/%2B/i.test(pair) ? pair : pair.replaceAll("+", "%2B")));
for (const [written, value] of new URLSearchParams(search)) {
  // Programs leave the rest of an `&amp;`, and capitals.
  const name = written.replace(/^amp;/, "").toLowerCase();
  if (isAllowed(name) && !element.hasAttribute(name)) element.setAttribute(name, value);
}

// The example in the file is not that of the address. Until the calculator is ready, and if it fails, there is the same link as
// where no script runs.
const link = /** @type {HTMLElement} */ (document.querySelector("p"));
link.remove();
// Also where a sandbox lets no style sheet through.
element.hidden = false;
if (location.search) element.replaceChildren(link);

// Only the page around needs the height. Where it does not say what it is, everybody may have it: a height is no secret.
const pageOrigin = document.referrer ? new URL(document.referrer).origin : "*";

/**
 * Makes the links of the calculator lead to the page around; a reader's numbers in its fragment are taken over.
 * @param {unknown} address What somebody has sent.
 */
function setAddress(address) {
  if (typeof address !== "string" || !/^https?:/.test(address)) return;
  let page;
  try {
    page = new URL(address);
  } catch {
    return;
  }
  const { href, hash } = page;
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
    setAddress(data.address);
    lastHeight = undefined;
    sendHeight();
  });
}
