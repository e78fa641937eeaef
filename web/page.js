// The page of its own: is kept for readers without a network, says when there is a newer one, and is saved as one file.

const element = document.querySelector("take-home");
const news = document.querySelector("#news");

// Whether all that this page has fetched is of a worker's build.
function isOf(worker) {
  const { port1, port2 } = new MessageChannel();
  const told = new Promise((tell) => (port1.onmessage = ({ data }) => tell(data)));
  worker.postMessage(performance.getEntriesByType("resource").map(({ name }) => name), [port2]);
  return told;
}

async function keep() {
  const workers = navigator.serviceWorker;
  // From a disk, or in a browser that has none, the page works without.
  if (!workers || !/^https?:$/.test(location.protocol)) return;
  const registration = await workers.register(new URL("../worker.js", import.meta.url));
  const told = async () => {
    const { waiting, active } = registration;
    // The first one of all waits for nobody.
    if (!waiting || !active) return;
    // A page that came from the network is new already: only what is kept is not.
    if (await isOf(waiting)) waiting.postMessage("take over");
    else news.hidden = false;
  };
  // All is on this machine then: what a sheet of paper takes is made ready, for a reader who prints without asking the page.
  workers.ready.then(() => {
    const button = element.shadowRoot.querySelector("[data-copies=print]");
    button?.dispatchEvent(new Event("pointerover", { bubbles: true }));
  });
  const watch = () => registration.installing?.addEventListener("statechange", told);
  registration.addEventListener("updatefound", watch);
  watch();
  await told();
  news.querySelector("button").onclick = () => {
    // Where another page has done it already there is nobody to ask.
    if (!registration.waiting) return location.reload();
    workers.addEventListener("controllerchange", () => location.reload());
    registration.waiting.postMessage("take over");
  };
  // A page that stays open hears of it when its reader comes back.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

const link = document.querySelector("#save");
link.addEventListener("click", async (event) => {
  event.preventDefault();
  const { save } = await import("./save.js").catch(() => ({}));
  document.querySelector("#not-saved").hidden = Boolean(await save?.(link, element));
});
// What is kept is fetched after what is seen.
const quietly = () => keep().catch(() => {});
if (element.comparison) quietly();
else element.addEventListener("ready", quietly, { once: true });
