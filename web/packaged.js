// How does the loader in the package on npm get its files? Each is a script of the package, imported under a literal name, which every
// bundler understands. In that loader this file replaces files.js.

import { unpack } from "./unpack.js";

/**
 * What imports each file: the build fills this in.
 * @type {Record<string, () => Promise<{ default: any }>>}
 */
const FILES = /* files */ {};

/**
 * Wasm is in its script as text, compressed; a style sheet as it is.
 * @param {string} name
 */
export async function fetchFile(name) {
  const { default: text } = await FILES[name]();
  if (!name.endsWith(".wasm")) return new Response(text);
  return new Response(unpack(text), { headers: { "Content-Type": "application/wasm" } });
}

/**
 * A bundler's module runs once. A new instance of the app needs a script that has not run, so its module makes one.
 * @param {string} name
 */
export async function importFile(name) {
  const { default: make } = await FILES[name.split("#")[0]]();
  return make();
}

// A bundle has all files of its build.
/** @type {((missing: string) => Promise<any>) | undefined} */
export const importPresent = undefined;
