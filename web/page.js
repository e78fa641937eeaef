// The page of its own: is kept for readers without a network, says when there is a newer one, and can be saved as one file.

const element = document.querySelector("take-home");

async function keep() {
  const workers = navigator.serviceWorker;
  // From a disk, or in a browser that has none, the page works without.
  if (!workers || !/^https?:$/.test(location.protocol)) return;
  const registration = await workers.register(new URL("../worker.js", import.meta.url));
  const news = document.querySelector("#news");
  const tell = () => {
    // The first one of all waits for nobody.
    if (!registration.waiting || !registration.active) return;
    news.hidden = false;
    news.querySelector("button").onclick = () => {
      workers.addEventListener("controllerchange", () => location.reload());
      registration.waiting.postMessage("take over");
    };
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", tell));
  tell();
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

// The file with the reader's numbers as its example, and what they come to as its text.
function withNumbers(file) {
  const numbers = [...new URLSearchParams(location.hash.slice(1))].filter(([name]) => /^(?!on)[a-z-]+$/.test(name));
  if (!numbers.length || !element.comparison) return file;
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

async function save(event) {
  const link = event.currentTarget;
  event.preventDefault();
  const response = await fetch(link.href).catch(() => undefined);
  const failed = document.querySelector("#not-saved");
  failed.hidden = Boolean(response?.ok);
  if (!response?.ok) return;
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(new Blob([withNumbers(await response.text())], { type: "text/html" }));
  saved.download = link.download;
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 60_000);
}

document.querySelector("#save").addEventListener("click", save);
// What is kept is fetched after what is seen.
element.addEventListener("ready", () => keep().catch(() => {}), { once: true });
