// How does a browser save something as a file?

import { picture } from "./picture.js";

// How long a file is kept for a browser that asks where to save it, in milliseconds.
const KEPT = 60_000;

/**
 * @param {string} name
 * @param {Blob} content
 */
function save(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

/**
 * Saves a file; an SVG as a picture that every program takes, if the page allows it.
 * @param {string} name
 * @param {string} text
 * @param {string} type Its media type.
 */
export async function download(name, text, type) {
  const png = type === "image/svg+xml" ? await picture(text) : null;
  if (png) save(name.replace(/\.svg$/, ".png"), png);
  else save(name, new Blob([text], { type }));
}
