// Where did the example of an empty element go? Some converters wrap the opening tag in a separate paragraph. The parser ends the
// element with that paragraph, so the example comes after it. A snippet's content ends in a link to the calculator.

const BASE = import.meta.url.replace(/[^/]+\/[^/]+$/, "");
// A sentence, a table and a link, and what converters add.
const MOST = 6;

/**
 * What belongs into an element and follows it.
 * @param {Element} element
 */
export function strayExample(element) {
  /** @type {HTMLElement[]} */
  const found = [];
  let next = element.nextElementSibling ?? element.closest("p")?.nextElementSibling;
  while (next && found.length < MOST && !element.textContent?.trim()) {
    found.push(/** @type {HTMLElement} */ (next));
    // The link is alone in its paragraph; one in the page's text is not.
    const link = [...next.querySelectorAll("a")].find(({ href }) => href.startsWith(BASE));
    if (link && link.textContent === next.textContent?.trim()) return found;
    next = next.nextElementSibling;
  }
  return [];
}
