// How does the loader get the files beside it? Like any others. In a loader that accepts one build only, pinned.js stands in for
// this file.

/** @param {string} name */
const addressOf = (name) => new URL(name, import.meta.url).href;

/** @param {string} name */
export const fetchFile = (name) => fetch(addressOf(name));

/** @param {string} name */
export const importFile = (name) => import(addressOf(name));
