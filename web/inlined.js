// How does the single file get its files? In its loader this file replaces files.js: names are `data:` addresses there,
// and Wasm in them is compressed, which makes the page half as large.

/** @param {string} address */
export async function fetchFile(address) {
  const response = await fetch(address);
  if (!response.body || response.headers.get("Content-Type") !== "application/gzip") return response;
  const headers = { "Content-Type": "application/wasm" };
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip")), { headers });
}

/** @param {string} address */
export const importFile = (address) => import(address);

// Everything is in the page.
/** @type {((missing: string) => Promise<any>) | undefined} */
export const importPresent = undefined;
