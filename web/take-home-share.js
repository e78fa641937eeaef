// What does sharing need of the browser? Everything that `src/share/platform.rs` calls; the loader fetches this with the part
// `share`. None of these functions throws, since an exception would pass through the app.

export { copy } from "./clipboard.js";
export { download } from "./download.js";
export { pins, readPins } from "./integrity.js";
export { printSheet } from "./printing.js";
export { downloadList, list, readFile, readList, storeList } from "./saved.js";
export { whereabouts } from "./whereabouts.js";

export const part = "share";
