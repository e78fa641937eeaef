// Is the page around an element light or dark? Its `color-scheme` says so or, if it has none or both, the nearest background that
// is not transparent. Nothing tells when that changes, but every change of a page's theme changes the colour of text somewhere
// above: the app's place inherits it with a short transition (take-home.css), which ends in an event.

/** @param {string} color A computed colour: `rgb(…)`, `oklch(…)`, `color(…)` and the like. */
function isDark(color) {
  // A component may be below zero, or `none`.
  const parts = color.match(/(?<=[ (])(-?[\d.]+(e[+-]?\d+)?|none)/g) ?? [];
  const [first, second, third, alpha = 1] = parts.map((part) => Number(part) || 0);
  // Some notations begin with the lightness.
  const lightness = /^(ok)?l/.test(color) ? first : (3 * first + 6 * second + third) / 10;
  const most = color[0] === "r" ? 255 : color[0] === "l" ? 100 : 1;
  return alpha < 0.5 ? undefined : lightness < most / 2;
}

/** @param {Element} element */
function isOnDark(element) {
  const scheme = getComputedStyle(element).colorScheme;
  const hasDark = scheme.includes("dark");
  if (hasDark !== scheme.includes("light")) return hasDark;
  /** @type {any} */
  let around = element;
  while (around) {
    const isShaded = isDark(getComputedStyle(around).backgroundColor);
    if (isShaded !== undefined) return isShaded;
    around = around.assignedSlot ?? around.parentElement ?? around.getRootNode().host;
  }
  return hasDark && matchMedia("(prefers-color-scheme: dark)").matches;
}

/**
 * Marks the place of an app with whether it is on a dark page, from now on. The function that this returns looks again.
 * @param {Element} element
 * @param {Element} place
 */
export function followPage(element, place) {
  const look = () => place.classList.toggle("th-on-dark", isOnDark(element));
  // A page's own transitions may be under way when its theme changes, so it is looked at once more when they have ended.
  place.addEventListener("transitionrun", look);
  place.addEventListener("transitionend", look);
  // What is not shown has no transitions. When it is shown again, it comes into sight.
  new IntersectionObserver(look).observe(place);
  look();
  return look;
}
