// What if a translator or an extension changes the nodes of the app? The app knows its nodes and not what has taken their place, so
// what it writes would not be seen, or not be written at all. Before it changes anything, its own nodes are put back; after that, a
// translation returns wherever the text has stayed the same, and the translator translates what is new.

/**
 * Watches the nodes of an app. The function that this returns is called before the app changes its nodes, with `false`, and after
 * that with `true`.
 * @param {Element} root
 * @returns {(isDone: boolean) => void}
 */
export function watchNodes(root) {
  /** @type {MutationRecord[]} */
  let changes = [];
  /**
   * Texts, what they were, and what had taken their place.
   * @type {[Text, string, Node][]}
   */
  let replaced = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(root, { childList: true, subtree: true });

  const putBack = () => {
    // What is shared is written by another script.
    const isApps = (/** @type {MutationRecord} */ { target }) =>
      !(/** @type {Element} */ (target).closest(".th-share"));
    const others = [...changes, ...observer.takeRecords()].filter(isApps);
    const added = new Set(others.flatMap(({ addedNodes }) => [...addedNodes]));
    for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of others.reverse()) {
      for (const node of addedNodes) node.parentNode?.removeChild(node);
      for (const node of removedNodes) {
        target.insertBefore(node, nextSibling);
        const other = addedNodes[0] ?? [previousSibling, nextSibling].find((sibling) => sibling && added.has(sibling));
        if (node instanceof Text && other) replaced.push([node, node.data, other]);
      }
    }
  };
  return (isDone) => {
    if (!isDone) putBack();
    changes = [];
    observer.takeRecords();
    if (!isDone) return;
    for (const [text, before, other] of replaced) {
      // A sentence is in one language.
      const isPart = text.parentElement?.closest("[aria-live]");
      if (!isPart && text.isConnected && text.data === before) text.replaceWith(other);
    }
    replaced = [];
  };
}
