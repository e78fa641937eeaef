// Gives each frame with the calculator the height that it asks for. It listens to frames of the page's own that come from
// where this script comes from, and takes nothing from them but a number.
(() => {
  const { origin: home } = new URL(document.currentScript.src);
  // The page may have other frames, of its own too.
  const isOurs = ({ src }) => URL.canParse(src) && new URL(src).origin === home && /\/embed(\.html)?$/.test(new URL(src).pathname);
  const frames = () => [...document.querySelectorAll("iframe")].filter(isOurs);

  addEventListener("message", ({ data, source, origin }) => {
    if (origin !== home || data?.source !== "take-home" || data.version !== 1) return;
    const height = Number(data.height);
    const frame = frames().find((frame) => frame.contentWindow === source);
    // A calculator with every panel open is not half as high as this.
    if (!frame || !(height > 0 && height < 30000)) return;
    const isWithBorder = getComputedStyle(frame).boxSizing === "border-box";
    const border = isWithBorder ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.setProperty("height", `${height + border}px`);
    greet(frame);
  });

  // Those that were there before this script have told their height to nobody; one that is not yet there will tell it.
  const page = { source: "take-home-page", version: 1 };
  for (const frame of frames()) if (frame.contentDocument?.URL !== "about:blank") frame.contentWindow.postMessage(page, home);

  // Links of the first one lead to this page. It is told so once it has told something itself: before that it may not hear.
  let isGreeted = false;
  function greet(frame) {
    if (isGreeted || frame !== frames()[0]) return;
    isGreeted = true;
    frame.contentWindow.postMessage({ ...page, address: location.href }, home);
  }
})();
