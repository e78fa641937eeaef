// Where is the calculator? The address and the language of the page around it, and the folder that its files come from.

/** The folder; a disk's and that of a file inside the page are none. */
const FOLDER = /^https?:/.test(import.meta.url) ? new URL("..", import.meta.url).href : "";

/**
 * The address of the page for links, without a fragment: the element's attribute `address` may name another, perhaps without
 * a host. The language of the page; empty if the element names its own. The address of the folder.
 * @param {Element} root The widget.
 * @returns {string[]}
 */
export function whereabouts(root) {
  const { host } = /** @type {ShadowRoot} */ (root.getRootNode());
  const named = host.getAttribute("address")?.trim();
  let address = location.href;
  // However a page's tools write that it is there.
  if (named && !/^(address|true|false|yes|on|1)$/i.test(named)) address = addressOf(named, host);
  const language = host.hasAttribute("lang") ? null : host.closest("[lang]")?.getAttribute("lang");
  return [address.split("#")[0], language ?? "", FOLDER];
}

/**
 * An address as a page's author writes it: whole, relative to the page, or beginning with the name of a host.
 * @param {string} named
 * @param {Element} host
 */
function addressOf(named, host) {
  const isFile = /^[^/?#]+\.(s?html?|xhtml|php|aspx?)([?#]|$)/i.test(named);
  const isHost = /^(([\w-]+\.)+[a-z]{2,}|localhost)(:\d+)?([/?#]|$)/i.test(named) && !isFile;
  try {
    return new URL(isHost ? `${/^localhost/i.test(named) ? "http" : "https"}://${named}` : named, host.baseURI).href;
  } catch {
    return location.href;
  }
}
