// The page of its own: is kept for readers without a network, says when there is a newer one, and can be saved as one file.

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

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

// The file with the reader's numbers as its example, and what they come to as its text.
function withNumbers(file) {
  const numbers = element.link && [...new URLSearchParams(element.link)];
  if (!numbers) return file;
  const attributes = numbers.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  const sentences = [...element.shadowRoot.querySelectorAll(".th-answer, .th-turn")].map(
    (sentence) => `<p>${escaped(sentence.textContent)}</p>`,
  );
  // A replacement that is a function takes nothing in it for a sign.
  return file.replace(
    /<take-home address>[^]*<\/take-home>/,
    () => `<take-home address${attributes}>${sentences.join("")}</take-home>`,
  );
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}

async function save(event) {
  const link = event.currentTarget;
  event.preventDefault();
  const file = await fetched(link.href).catch(() => undefined);
  document.querySelector("#not-saved").hidden = file !== undefined;
  if (file === undefined) return;
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(new Blob([withNumbers(file)], { type: "text/html" }));
  saved.download = link.download;
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 60_000);
}

document.querySelector("#save").addEventListener("click", save);
// What is kept is fetched after what is seen.
const quietly = () => keep().catch(() => {});
if (element.comparison) quietly();
else element.addEventListener("ready", quietly, { once: true });
