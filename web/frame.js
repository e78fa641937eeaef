// The calculator in a frame: the example is in the frame's address, and the page around it is told how high the calculator
// is, whenever that changes; resize.js listens there.

const element = document.querySelector("take-home");

// Anyone can write an address, so nothing comes of it that would run or that is the frame's own business.
const ALLOWED = /^(?!on|aria-|(address|autofocus|class|dir|hidden|id|inert|is|part|popover|role|slot|style|tabindex)$)[a-z-]+$/;
for (const [name, value] of new URLSearchParams(location.search)) {
  if (ALLOWED.test(name)) element.setAttribute(name, value);
}

// Nobody else need know; where the page does not say who it is, a height is no secret.
const page = document.referrer ? new URL(document.referrer).origin : "*";

// Links lead to the page around, and its fragment has the reader's numbers where such a link was followed.
function isIn({ href, hash }) {
  element.setAttribute("address", href.split("#")[0]);
  // Without a step in the reader's history.
  if (hash.length > 1 && !location.hash) location.replace(hash);
}

let told;
function tell() {
  const height = Math.ceil(element.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  parent.postMessage({ source: "take-home", version: 1, height }, page);
  // What pages of AMP listen for.
  parent.postMessage({ sentinel: "amp", type: "embed-size", height }, page);
}

if (parent !== window) {
  new ResizeObserver(tell).observe(element);
  // A page whose script came later asks.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.source !== "take-home-page") return;
    if (/^https?:/.test(data.address)) isIn(new URL(data.address));
    told = undefined;
    tell();
  });
}
