// How is a file read? In pieces, so that the page answers in between, and in the encoding that it is written in.

/**
 * Something to read: a file, or cells that were pasted.
 * @typedef {{ name?: string, blob: Blob, others?: number }} Source `others`: how many other files were dropped beside it.
 *
 * @callback Take Takes the next piece, and with how many thousandths of the whole it ends. Called without a piece after the last
 * one, and then as long as there is more to do. Returns whether there is.
 * @param {string | undefined} piece
 * @param {number} done
 * @param {boolean} hasFailed Whether the file cannot be read.
 * @returns {boolean}
 */

// How much is read before the page may answer, in bytes: some thousand rows.
const PIECE = 128 * 1024;

/**
 * The file that was picked, if any.
 * @param {HTMLInputElement} input
 * @returns {Source | undefined}
 */
export function picked(input) {
  const file = input.files?.[0];
  const source = file && sourceOf(file);
  // The same file can be picked again.
  input.value = "";
  return source;
}

/**
 * @param {File} file
 * @returns {Source}
 */
const sourceOf = (file) => ({ name: file.name, blob: file });

/**
 * @param {string} text
 * @returns {Source}
 */
export const pasted = (text) => ({ blob: new Blob([text]) });

/**
 * Hands over each file that is dropped on the widget. A page would open it in place of itself.
 * @param {Element} root
 * @param {(source: Source) => void} received
 */
export function receive(root, received) {
  const zone = () => root.querySelector("details[open] .th-drop, details[open] .th-books, details[open] .th-reading");
  /** @param {DragEvent} event */
  const hasFile = ({ dataTransfer }) => dataTransfer?.types.includes("Files");
  /** @param {DragEvent} event */
  const over = (event) => {
    if (!hasFile(event) || !zone()) return;
    event.preventDefault();
    zone()?.classList.toggle("th-over", event.type === "dragover");
    const [file, ...others] = (event.type === "drop" && event.dataTransfer?.files) || [];
    if (file) received({ ...sourceOf(file), others: others.length });
  };
  for (const type of ["dragover", "dragleave", "drop"]) {
    root.addEventListener(type, /** @type {EventListener} */ (over));
  }
}

/** Lets the page answer. */
const rest = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Reads a source, or without one goes on with what follows from it.
 * @param {Source | undefined} source
 * @param {Take} take
 */
export async function read(source, take) {
  try {
    if (source && !(await readPieces(source.blob, take))) return;
  } catch {
    take(undefined, 0, true);
    return;
  }
  while (take(undefined, 1000, false)) await rest();
}

/**
 * @param {Blob} blob
 * @param {Take} take
 */
async function readPieces(blob, take) {
  const decoder = new TextDecoder(await encodingOf(blob));
  for (let at = 0; at < blob.size; at += PIECE) {
    const end = Math.min(at + PIECE, blob.size);
    const bytes = await blob.slice(at, end).arrayBuffer();
    const text = decoder.decode(bytes, { stream: end < blob.size });
    if (!take(text, Math.floor((end / blob.size) * 1000), false)) return false;
    await rest();
  }
  return true;
}

/**
 * The encoding of a text: what its first bytes say, or UTF-8, or, where that makes no sense, that of old Windows programs.
 * @param {Blob} blob
 */
async function encodingOf(blob) {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < blob.size; at += PIECE) {
      decoder.decode(await blob.slice(at, at + PIECE).arrayBuffer(), { stream: at + PIECE < blob.size });
    }
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
