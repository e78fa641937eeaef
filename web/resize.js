// How does a page give each frame with the calculator the height that it needs? Frames send it (frame.js); this script listens
// to those of its own origin, and takes nothing from them but a number.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { origin } = new URL(script.src);
  /** @param {HTMLIFrameElement} frame */
  const isOurs = ({ src }) =>
    src.startsWith(`${origin}/`) && /^[^?#]*\/embed(\.html|\/(index\.html)?)?(?![^?#])/.test(src);
  const findFrames = () => [...document.querySelectorAll("iframe")].filter(isOurs);

  addEventListener("message", ({ data, source, origin: sender }) => {
    // A frame in a sandbox may have no origin; which frame it is says its window.
    if (![origin, "null"].includes(sender) || data?.source !== "take-home" || data.version !== 1) return;
    const height = Number(data.height);
    const frame = findFrames().find(({ contentWindow }) => contentWindow === source);
    // With every panel open the calculator is not half as high as the limit.
    if (!frame || !(height > 0 && height < 30_000)) return;
    const includesBorder = getComputedStyle(frame).boxSizing === "border-box";
    const border = includesBorder ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.setProperty("height", `${height + border}px`);
    answer(frame);
  });

  // A frame that was loaded before this script has sent its height to nobody, so it is asked; one that is not there yet will send it.
  // Anyone may hear the question.
  const question = { source: "take-home-page", version: 1 };
  for (const { contentDocument, contentWindow } of findFrames()) {
    if (contentDocument?.URL !== "about:blank") contentWindow?.postMessage(question, "*");
  }

  // Each frame gets its example, in case its host has dropped it; and the links of the first one lead to this page. A frame gets
  // both once it has sent something: before that it may not listen.
  const answered = new WeakSet();
  /** @param {HTMLIFrameElement} frame */
  function answer(frame) {
    if (answered.has(frame)) return;
    answered.add(frame);
    const address = frame === findFrames()[0] ? location.href : undefined;
    frame.contentWindow?.postMessage({ ...question, address, example: new URL(frame.src).search || "?" }, origin);
  }
})();
