// How is a sheet printed without the page around it? In a frame that contains nothing else.

/**
 * The frame of the last sheet: some browsers never say that they have printed.
 * @type {HTMLIFrameElement | undefined}
 */
let frame;

/** An empty page in a frame that nobody sees. */
async function emptyPage() {
  frame?.remove();
  frame = document.createElement("iframe");
  Object.assign(frame.style, { position: "fixed", width: 0, height: 0, border: 0, visibility: "hidden" });
  const { body } = document;
  const own = frame;
  await new Promise((resolve) => {
    // In some browsers the page is there at once.
    own.onload = resolve;
    body.append(own);
  });
  return /** @type {Window & typeof globalThis} */ (own.contentWindow);
}

/**
 * Prints a sheet.
 * @param {Element} root The widget, whose styles it gets.
 * @param {Element} sheet
 * @param {(isDone: boolean) => void} done Called before the browser asks the reader.
 */
export async function printSheet(root, sheet, done) {
  try {
    const shadow = /** @type {ShadowRoot} */ (root.getRootNode());
    const page = await emptyPage();
    const own = frame;
    const { document: inner } = page;
    inner.documentElement.lang = /** @type {HTMLElement | null} */ (shadow.host.closest("[lang]"))?.lang || "en";
    // Browsers name the file after it.
    inner.title = sheet.querySelector("h1")?.textContent ?? "";
    inner.body.append(sheet);
    const styles = new page.CSSStyleSheet();
    const rules = shadow.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    styles.replaceSync(rules.map(({ cssText }) => cssText).join(""));
    inner.adoptedStyleSheets = [styles];
    page.addEventListener("afterprint", () => own?.remove());
    done(true);
    // Some browsers stop everything while they ask, so what the app says comes first.
    await new Promise(requestAnimationFrame);
    page.focus();
    page.print();
  } catch {
    done(false);
  }
}
