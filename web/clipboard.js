// How does something get into the clipboard? A browser may refuse, so a text can also be copied by hand.

/**
 * @param {Record<string, string>} texts By their media types.
 */
const item = (texts) =>
  new ClipboardItem(
    Object.fromEntries(Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })])),
  );

/**
 * Copies a text, and where documents take it the same as HTML.
 * @param {string} text
 * @param {string} html
 */
async function write(text, html) {
  const { clipboard } = navigator;
  if (html) {
    try {
      return await clipboard.write([item({ "text/plain": text, "text/html": html })]);
    } catch {}
  }
  await clipboard.writeText(text);
}

/**
 * Copies something. If that is refused, what the app then shows is selected.
 * @param {Element} root The widget.
 * @param {string} text
 * @param {string} html Empty if there is none.
 * @param {(isDone: boolean) => void} done
 */
export async function copy(root, text, html, done) {
  try {
    await write(text, html);
    done(true);
  } catch {
    done(false);
    // The app has shown it by then.
    requestAnimationFrame(() => {
      /** @type {NodeListOf<HTMLTextAreaElement>} */
      const fields = root.querySelectorAll("textarea[readonly]");
      // Another text may have been refused before. A field has its own ends of lines.
      [...fields].find(({ value }) => value === text.replaceAll("\r\n", "\n"))?.select();
    });
  }
}
