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
   * Texts, what they were, and what had taken their place: another node, or other words in the same one.
   * @type {[Text, string, Node | string][]}
   */
  let replaced = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(root, { childList: true, subtree: true, characterDataOldValue: true });

  const putBack = () => {
    // An app that has left the page does not come back.
    if (!root.isConnected) observer.disconnect();
    // What is read out is written by another script.
    const isApps = (/** @type {MutationRecord} */ { target }) =>
      !(target instanceof Element ? target : target.parentElement)?.closest(".th-spoken");
    const others = [...changes, ...observer.takeRecords()].filter(isApps);
    /** @type {Set<Node | null>} */
    const added = new Set(others.flatMap(({ addedNodes }) => [...addedNodes]));
    for (const { target, oldValue, addedNodes, removedNodes, previousSibling, nextSibling } of others.reverse()) {
      if (target instanceof Text) {
        const known = replaced.find(([text]) => text === target);
        const before = oldValue ?? "";
        // Of several translations of a text the last one counts, and what it was before the first.
        if (known) known[1] = before;
        else replaced.push([target, before, target.data]);
        target.data = before;
      }
      for (const node of addedNodes) node.parentNode?.removeChild(node);
      for (const node of removedNodes) {
        target.insertBefore(node, nextSibling);
        const other = addedNodes[0] ?? [previousSibling, nextSibling].find((sibling) => added.has(sibling));
        if (node instanceof Text && other) replaced.push([node, node.data, other]);
      }
    }
  };
  const verdict = () => root.querySelector(".th-answer")?.textContent;
  /** @type {string | null | undefined} */
  let verdictBefore;
  let isChanging = false;
  return (isDone) => {
    // Several changes in a row are done together; what happens between them is the app's.
    if (!isDone && isChanging) return;
    isChanging = !isDone;
    if (isChanging) {
      putBack();
      verdictBefore = verdict();
    }
    changes = [];
    observer.takeRecords();
    if (isChanging) return;
    for (const [text, before, other] of replaced) {
      // A sentence is in one language: the translation of the verdict returns as a whole or not at all.
      const isOutdated = text.parentElement?.closest(".th-answer") && verdict() !== verdictBefore;
      if (isOutdated || !text.isConnected || text.data !== before) continue;
      if (other instanceof Node) text.replaceWith(other);
      else text.data = other;
    }
    replaced = [];
  };
}
