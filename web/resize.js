// How does a page give each frame with the calculator the height that it needs? Frames send it (frame.js); this script listens
// to those of its own origin, and takes nothing from them but a number.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { origin } = new URL(script.src);
  /** @param {HTMLIFrameElement} frame */
  const isOurs = ({ src }) => src.startsWith(`${origin}/`) && /^[^?#]*\/embed(\.html)?(?![^?#])/.test(src);
  const findFrames = () => [...document.querySelectorAll("iframe")].filter(isOurs);

  addEventListener("message", ({ data, source, origin: sender }) => {
    if (sender !== origin || data?.source !== "take-home" || data.version !== 1) return;
    const height = Number(data.height);
    const frame = findFrames().find(({ contentWindow }) => contentWindow === source);
    // With every panel open the calculator is not half as high as the limit.
    if (!frame || !(height > 0 && height < 30_000)) return;
    const includesBorder = getComputedStyle(frame).boxSizing === "border-box";
    const border = includesBorder ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.setProperty("height", `${height + border}px`);
    sendAddress(frame);
  });

  // A frame that was loaded before this script has sent its height to nobody, so it is asked; one that is not there yet will send it.
  const question = { source: "take-home-page", version: 1 };
  for (const { contentDocument, contentWindow } of findFrames()) {
    if (contentDocument?.URL !== "about:blank") contentWindow?.postMessage(question, origin);
  }

  // The links of the first frame lead to this page. It gets the address once it has sent something: before that it may not listen.
  let isSent = false;
  /** @param {HTMLIFrameElement} frame */
  function sendAddress(frame) {
    if (isSent || frame !== findFrames()[0]) return;
    isSent = true;
    frame.contentWindow?.postMessage({ ...question, address: location.href }, origin);
  }
})();
