// How does a reader save the page as a single file with their numbers in it? page.js imports this when they ask for it.

/** @param {string} text */
const escapeHtml = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/**
 * The file with a reader's numbers as its example.
 * @param {string} file
 * @param {string} link The numbers, as `element.link` has them.
 * @param {string[]} sentences The verdict of these numbers.
 */
export function withNumbers(file, link, sentences) {
  const attributes = [...new URLSearchParams(link)].map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const paragraphs = sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`);
  const element = `<take-home address${attributes.join("")}>${paragraphs.join("")}</take-home>`;
  // In what a function returns no `$` has a meaning.
  return file.replace(/<take-home address>[\s\S]*<\/take-home>/, () => element);
}

/** @param {string} address */
async function fetchText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}

/**
 * Saves the file of a link with the element's numbers in it; whether it could be fetched.
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement & { link: string | null }} element
 */
export async function save({ href, download }, element) {
  let file;
  try {
    file = await fetchText(href);
  } catch {
    return false;
  }
  const sentences = [...(element.shadowRoot?.querySelectorAll(".th-answer, .th-turn") ?? [])];
  const texts = sentences.map(({ textContent }) => textContent ?? "");
  const content = element.link === null ? file : withNumbers(file, element.link, texts);
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(new Blob([content], { type: "text/html" }));
  anchor.download = download;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
  return true;
}
