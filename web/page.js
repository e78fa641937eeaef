// What does the page do besides showing the calculator? It is cached for offline use, says when there is a newer build, and can be
// saved as a single file.

const element = /** @type {HTMLElement & { comparison: object | null, link: string | null }} */ (
  document.querySelector("take-home")
);
const news = /** @type {HTMLElement} */ (document.querySelector("#news"));
const saveLink = /** @type {HTMLAnchorElement} */ (document.querySelector("#save"));
const notSaved = /** @type {HTMLElement} */ (document.querySelector("#not-saved"));

/**
 * Whether everything that this page has fetched is of a worker's build.
 * @param {ServiceWorker} worker
 * @returns {Promise<boolean>}
 */
function isOfBuild(worker) {
  const { port1, port2 } = new MessageChannel();
  const addresses = performance.getEntriesByType("resource").map(({ name }) => name);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(addresses, [port2]);
  });
}

async function keepOffline() {
  const workers = navigator.serviceWorker;
  // A page from a disk has no worker, nor has every browser.
  if (!workers || !/^https?:$/.test(location.protocol)) return;
  const registration = await workers.register(new URL("../worker.js", import.meta.url));

  /** @param {ServiceWorker | null} waiting */
  const onInstalled = async (waiting) => {
    // The very first worker has nothing to wait for.
    if (!waiting || !registration.active) return;
    // A page from the network is new already; only the cached files are not.
    if (await isOfBuild(waiting)) waiting.postMessage("take over");
    else news.hidden = false;
  };
  const watch = () => {
    const worker = registration.installing;
    // The registration may not say yet that it waits.
    worker?.addEventListener("statechange", () => worker.state === "installed" && onInstalled(worker));
  };

  // Now everything is on this machine, and the sheet is made ready for readers who print without asking the page.
  workers.ready.then(() => {
    const button = element.shadowRoot?.querySelector("[data-share=print]");
    button?.dispatchEvent(new Event("pointerover", { bubbles: true }));
  });
  registration.addEventListener("updatefound", watch);
  watch();
  await onInstalled(registration.waiting);
  news.querySelector("button")?.addEventListener("click", () => {
    // Nobody waits where another page has let the new build take over.
    if (!registration.waiting) return location.reload();
    workers.addEventListener("controllerchange", () => location.reload());
    registration.waiting.postMessage("take over");
  });
  // A page that stays open looks for a newer build when its reader comes back.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

// A browser remembers a failed import by its address, so each further try needs another one.
const SAVE = "./save.js";
let failures = 0;

saveLink.addEventListener("click", async (event) => {
  event.preventDefault();
  const { save } = await import(`${SAVE}#${failures}`).catch(() => ({ save: undefined }));
  if (!save) failures++;
  notSaved.hidden = Boolean(await save?.(saveLink, element));
});

// The cache is filled after the reader sees the page.
const keepQuietly = () => keepOffline().catch(() => {});
if (element.comparison) keepQuietly();
else element.addEventListener("ready", keepQuietly, { once: true });
