// What stays in sight when the element becomes higher or lower? Its top, or what is below it if it is above the window. Browsers
// follow what is below it even if the reader is looking at its top, and some follow nothing, so neither is left to them.

// How many pixels below the window's edge the top still counts as what the reader is looking at.
const NEAR = 60;

/** @param {Element} element */
function scrollerOf(element) {
  /** @type {Node | null} */
  let node = element;
  while (node) {
    if (node instanceof ShadowRoot) node = node.host;
    else node = (node instanceof Element && node.assignedSlot) || node.parentNode;
    if (node instanceof Element && node.scrollTop > 0) return node;
  }
  return undefined;
}

/**
 * Keeps the browser from following anything until it has painted.
 * @param {Element} scroller
 * @param {() => void} catchUp Follows what has moved meanwhile.
 */
function holdStill(scroller, catchUp) {
  const { body, documentElement } = scroller.ownerDocument;
  const held = [/** @type {HTMLElement} */ (scroller), documentElement, body].filter(
    // Not every browser follows anything, and a page may have decided this itself.
    (element, index, all) => all.indexOf(element) === index && element.style.overflowAnchor === "",
  );
  for (const { style } of held) style.overflowAnchor = "none";
  const letGo = () => {
    // Chromium remembers what it followed before until something scrolls, so that happens while it may not follow anything.
    if (!isGliding()) {
      catchUp();
      for (const top of [1, -1]) scroller.scrollBy({ top, behavior: "instant" });
    }
    for (const { style } of held) style.removeProperty("overflow-anchor");
  };
  requestAnimationFrame(() => requestAnimationFrame(letGo));
}

// A smooth scroll that a link or a script has begun ends where somebody else scrolls. A reader's own, by wheel or finger, does not.
let pushed = -Infinity;
let scrolled = -Infinity;
let steps = 0;
const LISTEN = { capture: true, passive: true };
// Where there is no page, as on a server, nothing scrolls.
const listen = globalThis.addEventListener ?? (() => {});
for (const type of ["wheel", "touchmove"]) listen(type, () => (pushed = performance.now()), LISTEN);
listen("scrollend", () => (steps = 0), LISTEN);
listen(
  "scroll",
  () => {
    const now = performance.now();
    steps = now - scrolled < 100 && now - pushed > 400 ? steps + 1 : 0;
    scrolled = now;
  },
  LISTEN,
);
const isGliding = () => steps > 1 && performance.now() - scrolled < 100;

/**
 * Makes a change to an element.
 * @param {Element} element
 * @param {() => void} change
 */
export function changeInPlace(element, change) {
  const scroller = scrollerOf(element);
  if (!scroller || isGliding()) return change();
  const isPage = scroller === element.ownerDocument.scrollingElement;
  const edge = isPage ? 0 : scroller.getBoundingClientRect().top;
  const isAbove = element.getBoundingClientRect().bottom <= edge;
  const place = () => element.getBoundingClientRect()[isAbove ? "bottom" : "top"];
  const before = place();
  /** @type {number} */
  let scrolledTo;
  // Pictures and advertisements above it, unless the reader is looking at them or has scrolled.
  const catchUp = () => before < edge + NEAR && scroller.scrollTop === scrolledTo && keep();
  const keep = () => {
    const top = place() - before;
    if (top) scroller.scrollBy({ top, behavior: "instant" });
    scrolledTo = scroller.scrollTop;
  };
  holdStill(scroller, catchUp);
  change();
  keep();
}
