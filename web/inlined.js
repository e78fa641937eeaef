// How does the single file get its files? In its loader this module replaces files.js: the page contains them by name, compressed.

import { unpack } from "./unpack.js";

/** @type {Record<string, string>} */
const FILES = JSON.parse(document.getElementById("take-home-files")?.textContent ?? "{}");

/** @param {string} name */
export async function fetchFile(name) {
  const headers = name.endsWith(".wasm") ? { "Content-Type": "application/wasm" } : undefined;
  return new Response(unpack(FILES[name]), { headers });
}

/**
 * A script keeps its name, by which the loader finds it in the stacks of errors. Each import makes another instance of it.
 * @param {string} address
 */
export async function importFile(address) {
  const name = address.split("#")[0];
  const script = await (await fetchFile(name)).text();
  const url = URL.createObjectURL(new Blob([`${script}\n//# sourceURL=${name}`], { type: "text/javascript" }));
  return import(url).finally(() => URL.revokeObjectURL(url));
}

// Everything is in the page.
/** @type {((missing: string) => Promise<any>) | undefined} */
export const importPresent = undefined;
