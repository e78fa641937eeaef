// Saves the page as one file with the reader's numbers in it: fetched when that is wanted.

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

// The file with the reader's numbers as its example, and what they come to as its text.
function withNumbers(file, element) {
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

// Whether the file of a link could be had.
export async function save({ href, download }, element) {
  const file = await fetched(href).catch(() => undefined);
  if (file === undefined) return false;
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(new Blob([withNumbers(file, element)], { type: "text/html" }));
  saved.download = download;
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 60_000);
  return true;
}
