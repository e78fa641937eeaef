// Keeps the page for readers without a network. The build puts the list of files in place, and a hash of them all: each build
// has a cache of its own, so files of two builds are never mixed.

const PREFIX = `take-home ${registration.scope} `;
const CACHE = PREFIX + "BUILD";
const FILES = ["FILES"];

// A host that answers by way of another address gives what a browser would not take for a page.
const plain = async (response) => (response.redirected ? new Response(await response.blob(), response) : response);

async function keep() {
  const cache = await caches.open(CACHE);
  const one = async (file) => {
    // Past the browser's own cache, which may hold files of the build before.
    const response = await fetch(file, { cache: "reload" });
    if (!response.ok) throw new Error(`${file} answered ${response.status}`);
    return cache.put(file, await plain(response));
  };
  await Promise.all(FILES.map(one));
}

async function clear() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await clients.claim();
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(clear()));

// A page that shows the line of a newer build asks for it.
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

async function kept(request) {
  const cache = await caches.open(CACHE);
  const found = await cache.match(request, { ignoreSearch: true });
  return found ?? (request.mode === "navigate" ? cache.match("./") : undefined);
}

// What has a hash in its name never changes. All else is asked for anew, and kept for the time without a network.
async function answer(request) {
  if (/\.[0-9a-f]{8}\.\w+$/.test(new URL(request.url).pathname)) return (await kept(request)) ?? fetch(request);
  const response = await fetch(request).catch(() => undefined);
  return response?.ok ? response : ((await kept(request)) ?? response ?? Response.error());
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});
