// Keeps the page for readers without a network. The build puts the list of files in place, and a hash of them all: each build
// has a cache of its own, so files of two builds are never mixed.

const PREFIX = `take-home ${registration.scope} `;
const HASH = "BUILD";
const FILES = ["FILES"];
const CACHE = PREFIX + HASH;

// What has a hash in its name never changes.
const isForEver = (file) => /\.[0-9a-f]{8}\.\w+$/.test(file);

// A host that answers by way of another address gives what a browser would not take for a page.
const plain = async (response) => (response.redirected ? new Response(await response.blob(), response) : response);

async function keep() {
  const cache = await caches.open(CACHE);
  const one = async (file) => {
    // Under an address that no cache on the way has seen before: it may still have the file of the build before.
    const response = await fetch(isForEver(file) ? file : `${file}?${HASH}`, { cache: "reload" });
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

// A page asks whether what it has fetched is of this build, and lets it take over.
addEventListener("message", ({ data, ports }) => {
  if (data === "take over") skipWaiting();
  else ports[0].postMessage(data.filter(isForEver).every((address) => FILES.some((file) => address.endsWith(`/${file}`))));
});

// Which file of the list an address stands for, by whatever name hosts give a page.
function named(address) {
  const path = new URL(address).pathname.slice(new URL(registration.scope).pathname.length);
  return path === "" || path === "index.html" ? "./" : [path, `${path}.html`].find((name) => FILES.includes(name));
}

// Where there is a network, all but what is for ever is asked for anew.
async function answer(request, file) {
  const kept = async () => (await caches.open(CACHE)).match(file);
  if (isForEver(file)) return (await kept()) ?? fetch(request);
  const response = await fetch(request).catch(() => undefined);
  return response && response.status < 500 ? response : ((await kept()) ?? response ?? Response.error());
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const file = named(request.url);
  // Whatever else lies in the folder is the host's affair.
  if (file) event.respondWith(answer(request, file));
});
