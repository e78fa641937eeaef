// How does the page work without a network? This service worker caches all files of a build, and answers with them. Each build
// has its own cache, so that the files of two builds are never mixed.

// The build writes a hash of all files, and their names.
const HASH = "BUILD";
const FILES = ["FILES"];

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
const PREFIX = `take-home ${scope} `;
const CACHE = PREFIX + HASH;

/**
 * A file with a hash in its name never changes.
 * @param {string} file
 */
const isImmutable = (file) => /\.[0-9a-f]{8}\.\w+$/.test(file);

/**
 * Browsers do not accept a redirected response for a page, and some hosts redirect to another name of it.
 * @param {Response} response
 */
const withoutRedirect = async (response) =>
  response.redirected ? new Response(await response.blob(), response) : response;

async function keepFiles() {
  const cache = await caches.open(CACHE);
  /** @param {string} file */
  const keep = async (file) => {
    // A cache on the way may still have the file of the last build, but not under an address that it has never seen.
    const response = await fetch(isImmutable(file) ? file : `${file}?${HASH}`, { cache: "reload" });
    if (!response.ok) throw new Error(`${file} answered ${response.status}`);
    await cache.put(file, await withoutRedirect(response));
  };
  await Promise.all(FILES.map(keep));
}

async function removeOtherBuilds() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * Whether all files that a page has fetched are of this build.
 * @param {string[]} addresses
 */
const areOfThisBuild = (addresses) =>
  addresses.filter(isImmutable).every((address) => FILES.some((file) => address.endsWith(`/${file}`)));

/**
 * Which of the files an address stands for; hosts serve a page under several names.
 * @param {string} address
 */
function fileAt(address) {
  const path = new URL(address).pathname.slice(new URL(scope).pathname.length);
  return path === "" || path === "index.html" ? "./" : [path, `${path}.html`].find((name) => FILES.includes(name));
}

/**
 * The network's answer for files that can change, and the cached one if there is none; for all others the cached one.
 * @param {Request} request
 * @param {string} file
 */
async function answer(request, file) {
  const findKept = async () => (await caches.open(CACHE)).match(file);
  if (isImmutable(file)) return (await findKept()) ?? fetch(request);
  const response = await fetch(request).catch(() => undefined);
  return response && response.status < 500 ? response : ((await findKept()) ?? response ?? Response.error());
}

worker.addEventListener("install", (event) => event.waitUntil(keepFiles()));
worker.addEventListener("activate", (event) => event.waitUntil(removeOtherBuilds()));

// A page asks whether what it has fetched is of this build, or lets the build take over.
worker.addEventListener("message", ({ data, ports }) => {
  if (data === "take over") worker.skipWaiting();
  else ports[0].postMessage(areOfThisBuild(data));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  // Other files in the folder are no business of ours.
  const file = fileAt(request.url);
  if (file) event.respondWith(answer(request, file));
});
