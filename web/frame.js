// How does the calculator in a frame get its example, and the page around it the frame's height? The example is in the frame's
// address; the height is sent whenever it changes, to resize.js.

// No module: in a sandbox without an origin, a host has to permit modules and not this, which shows the link below in any case.
(() => {
  const element = /** @type {HTMLElement} */ (document.querySelector("take-home"));
  const content = /** @type {HTMLElement} */ (document.querySelector("main"));
  const lost = /** @type {HTMLElement} */ (document.querySelector("#lost"));
  const open = /** @type {HTMLElement} */ (document.querySelector("#open"));
  open.hidden = true;
  // Also where a sandbox lets no style sheet through.
  element.hidden = false;

  // Anyone can write an address, so only names that mean something to the calculator alone are taken from it: none that runs
  // something, says something, or is the frame's own business.
  const GENERAL = [
    /^(on|aria-|auto|data-|exportparts|item)/,
    /^(accesskey|address|anchor|class|contenteditable|dir|draggable|enterkeyhint|hidden|id|inert|inputmode|is|nonce|part|popover)$/,
    /^(role|slot|spellcheck|style|tabindex|title|translate|virtualkeyboardpolicy|writingsuggestions)$/,
  ];
  /** @param {string} name */
  const isAllowed = (name) => /^[a-z-]+$/.test(name) && !GENERAL.some((names) => names.test(name));

  /**
   * Makes attributes of the names of an address. The example in the file is another one; until the calculator is ready, and if it
   * fails, its place has the same link as where this script does not run.
   * @param {string} query
   */
  function setExample(query) {
    // A `+` is a space where another one is escaped. Anywhere else it stays, since a fee may contain one, and the element reads it
    // as a space if it makes no sense.
    const search = query.replace(/[^&]+/g, (pair) => (/%2B/i.test(pair) ? pair : pair.replaceAll("+", "%2B")));
    for (const [written, value] of new URLSearchParams(search)) {
      // Programs leave the rest of an `&amp;`, and capitals.
      const name = written.replace(/^amp;/, "").toLowerCase();
      if (isAllowed(name) && !element.hasAttribute(name)) element.setAttribute(name, value);
    }
    element.replaceChildren(...open.children);
  }

  /**
   * The author's numbers. Some hosts redirect to another name of the page and drop what follows the `?`, so they may also follow
   * `#?`, which no redirect drops; and a page of the same origin shows what address it gave the frame.
   */
  function findExample() {
    if (location.hash.startsWith("#?")) {
      const query = location.hash.slice(1);
      // What follows `#` is the reader's from now on.
      history.replaceState(history.state, "", query);
      return query;
    }
    const { src = "" } = /** @type {HTMLIFrameElement} */ (window.frameElement ?? {});
    return location.search || (/\?[^#]*/.exec(src)?.[0] ?? "");
  }

  const example = findExample();
  if (example) setExample(example);

  // Without numbers, this may be the author's wish or a redirect's fault. It says so, unless the page around knows better.
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const isFramed = parent !== window;
  if (!example && isFramed && !window.frameElement && navigation?.redirectCount) lost.hidden = false;

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
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === lastHeight) return;
    lastHeight = height;
    parent.postMessage({ source: "take-home", version: 1, height }, pageOrigin);
    // AMP pages listen for this.
    parent.postMessage({ sentinel: "amp", type: "embed-size", height }, pageOrigin);
  }

  if (!isFramed) return;
  new ResizeObserver(sendHeight).observe(content);
  // A page whose script came later than the frame asks for the height.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.source !== "take-home-page") return;
    if (!lost.hidden && typeof data.example === "string" && data.example) {
      lost.hidden = true;
      if (data.example !== "?") setExample(data.example);
    }
    setAddress(data.address);
    lastHeight = undefined;
    sendHeight();
  });
})();
