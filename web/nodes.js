// What if a translator or an extension changes the nodes of the app? The app knows its nodes and not what has taken their place, so
// what it writes would not be seen, or not be written at all. Before it changes anything, its own nodes are put back; after that, a
// translation returns wherever the sentence has stayed the same. The translator translates what is new.

/** What is part of a sentence, not a sentence. A sentence is in one language: its translation returns as a whole or not at all. */
const INLINE = "a, b, code, em, font, i, mark, output, small, span, strong";

const sentenceOf = (/** @type {Node} */ node) =>
  (node instanceof Element ? node : node.parentElement)?.closest(`:not(${INLINE})`) ?? node;
const textOf = (/** @type {Node[]} */ nodes) => nodes.map(({ textContent }) => textContent).join("");

/**
 * Nodes of the app, what others had put in their place or the words they had put into one, and what that said; the sentences which
 * the nodes are part of, and what these say.
 * @typedef {{ nodes: Node[], others: Node[], words: string, sentences: Node[], text: string }} Replaced
 */

/**
 * Which nodes have taken the place of which? Between two nodes that are in both lists, all are replaced by all.
 * @param {Node[]} before
 * @param {Node[]} after
 * @returns {[Node[], Node[]][]}
 */
function replacements(before, after) {
  /** @type {Map<Node | undefined, [Node[], Node[]]>} */
  const places = new Map();
  for (const [index, nodes] of [before, after].entries()) {
    const rest = index === 0 ? after : before;
    /** @type {Node | undefined} */
    let last;
    for (const node of nodes) {
      if (rest.includes(node)) last = node;
      else
        places
          .set(last, places.get(last) ?? [[], []])
          .get(last)
          ?.[index].push(node);
    }
  }
  return [...places.values()].filter(([gone, come]) => gone.length > 0 && come.length > 0);
}

/**
 * Takes back what others have done to the nodes of an app, and returns what can be done again.
 * @param {MutationRecord[]} changes
 * @returns {Replaced[]}
 */
function takeBack(changes) {
  // A node that is first seen as it leaves is the app's; one that is first seen as it comes is not.
  /** @type {Map<Node, boolean>} */
  const isOwn = new Map();
  for (const { addedNodes, removedNodes } of changes) {
    for (const node of removedNodes) if (!isOwn.has(node)) isOwn.set(node, true);
    for (const node of addedNodes) if (!isOwn.has(node)) isOwn.set(node, false);
  }
  /** @returns {boolean} */
  const isForeign = (/** @type {Node | null} */ node) =>
    node !== null && !(isOwn.get(node) ?? !isForeign(node.parentNode));
  // Others do as they like with their own nodes.
  const undone = changes.filter(({ target }) => !isForeign(target));
  const found = [...new Set(undone.map(({ target }) => target))].map((target) => {
    const nodes = [...target.childNodes];
    return { target, nodes, words: new Map([target, ...nodes].map((node) => [node, node.textContent ?? ""])) };
  });
  for (const { target, oldValue, addedNodes, removedNodes, nextSibling } of undone.reverse()) {
    if (target instanceof Text) target.data = oldValue ?? "";
    for (const node of addedNodes) node.parentNode?.removeChild(node);
    for (const node of removedNodes) target.insertBefore(node, nextSibling);
  }
  return found.flatMap(({ target, nodes, words }) => {
    /** @type {[Node[], Node[]][]} */
    const pairs = target instanceof Text ? [[[target], []]] : replacements([...target.childNodes], nodes);
    return pairs.map(([gone, come]) => {
      const sentences = gone.map(sentenceOf);
      const said = (come.length ? come : gone).map((node) => words.get(node)).join("");
      return { nodes: gone, others: come, words: said, sentences, text: textOf(sentences) };
    });
  });
}

/**
 * Does again what was done to nodes whose sentences have stayed the same.
 * @param {Replaced[]} replaced
 */
function doAgain(replaced) {
  for (const { nodes, others, words } of replaced.filter(({ sentences, text }) => textOf(sentences) === text)) {
    const [first] = nodes;
    if (others.length === 0) first.textContent = words;
    // One that had only wrapped the app's own nodes has nothing to say without them.
    else if (first.parentNode && textOf(others) === words) {
      for (const other of others) first.parentNode.insertBefore(other, first);
      for (const node of nodes) node.parentNode?.removeChild(node);
    }
  }
}

/**
 * Watches the nodes of an app. The function that this returns is called before the app changes its nodes: until the end of the
 * microtask all changes are the app's.
 * @param {Element} root
 * @returns {() => void}
 */
export function watchNodes(root) {
  /** @type {MutationRecord[]} */
  let changes = [];
  let isChanging = false;
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(root, { childList: true, subtree: true, characterDataOldValue: true });
  // What is read out is written by another script.
  const isApps = (/** @type {MutationRecord} */ { target }) =>
    !(target instanceof Element ? target : target.parentElement)?.closest(".th-spoken");

  return () => {
    if (isChanging) return;
    isChanging = true;
    /** @type {Replaced[]} */
    let replaced = [];
    // Before anything changes, so that this comes before those who watch the changes.
    queueMicrotask(() => {
      isChanging = false;
      observer.takeRecords();
      changes = [];
      // An app that has left the page does not come back.
      if (root.isConnected) doAgain(replaced);
      else observer.disconnect();
    });
    replaced = takeBack([...changes, ...observer.takeRecords()].filter(isApps));
  };
}
