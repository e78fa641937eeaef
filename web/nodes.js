// What if a translator or an extension changes the nodes of the app? The app knows its nodes and not what has taken their place, so
// what it writes would not be seen, or not be written at all. Before it changes anything, its own nodes are put back; after that, a
// translation returns wherever the sentence has stayed the same. The translator translates what is new.

/** What is part of a sentence, not a sentence. A sentence is in one language: its translation returns as a whole or not at all. */
const INLINE = "a, b, code, em, font, i, mark, output, small, span, strong";

const sentenceOf = (/** @type {Node} */ node) =>
  (node instanceof Element ? node : node.parentElement)?.closest(`:not(${INLINE})`) ?? node;
const textOf = (/** @type {Node[]} */ nodes) => nodes.map(({ textContent }) => textContent).join("");

/**
 * What others had made of a sentence, or of several that they had replaced as one: for some of its nodes other nodes, or other words in
 * the same one. `isWhole` says whether that is all that they had done to it.
 * @typedef {{ sentences: Node[], text: string, isWhole: boolean, parts: { nodes: Node[], others: Node[], words: string }[] }} Translation
 */

/**
 * Which nodes have taken the place of which? Between two nodes that are in both lists, all are replaced by all.
 * @param {Node[]} before
 * @param {Node[]} after
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
  // What others have only added is theirs.
  return [...places.values()].filter(([gone]) => gone.length > 0);
}

/**
 * Takes back what others have done to the nodes of an app, and returns what can be done again.
 * @param {MutationRecord[]} changes
 * @returns {Translation[]}
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
  const found = new Map(
    undone.map(({ target }) => {
      const nodes = [...target.childNodes];
      return [target, { nodes, words: new Map([target, ...nodes].map((node) => [node, node.textContent ?? ""])) }];
    }),
  );
  for (const { target, oldValue, addedNodes, removedNodes, nextSibling } of undone.reverse()) {
    if (target instanceof Text) target.data = oldValue ?? "";
    for (const node of addedNodes) node.parentNode?.removeChild(node);
    for (const node of removedNodes) target.insertBefore(node, nextSibling);
  }
  /** @type {Map<unknown, Translation>} */
  const translations = new Map();
  for (const [target, { nodes: now, words }] of found) {
    /** @type {[Node[], Node[]][]} */
    const pairs = target instanceof Text ? [[[target], []]] : replacements([...target.childNodes], now);
    for (const [nodes, others] of pairs) {
      const sentences = [...new Set(nodes.map(sentenceOf))];
      const key = sentences.length === 1 ? sentences[0] : nodes;
      const translation = translations.get(key) ?? { sentences, text: textOf(sentences), isWhole: true, parts: [] };
      translations.set(key, translation);
      const said = others.length ? others : nodes;
      translation.parts.push({ nodes, others, words: said.map((node) => words.get(node)).join("") });
      // A text that was cut in two or joined with another has left or got a part of its words elsewhere; and what is only removed is missing.
      const isPlain = target instanceof Text ? !(target.parentNode && found.has(target.parentNode)) : others.length > 0;
      translation.isWhole &&= isPlain;
    }
  }
  return [...translations.values()];
}

/**
 * Does again what was done to sentences that have stayed the same.
 * @param {Translation[]} translations
 */
function doAgain(translations) {
  const isDoneAgain = (/** @type {Translation} */ { sentences, text, isWhole, parts }) =>
    isWhole &&
    textOf(sentences) === text &&
    // Words of the sentence itself are no translation of it.
    !text.includes(parts.map(({ words }) => words).join("")) &&
    // A node that had only wrapped the app's own has nothing to say without them.
    parts.every(
      ({ nodes: [first], others, words }) => first.parentNode && (others.length === 0 || textOf(others) === words),
    );
  for (const { nodes, others, words } of translations.filter(isDoneAgain).flatMap(({ parts }) => parts)) {
    const [first] = nodes;
    if (others.length === 0) first.textContent = words;
    for (const other of others) first.parentNode?.insertBefore(other, first);
    if (others.length > 0) for (const node of nodes) node.parentNode?.removeChild(node);
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
    /** @type {Translation[]} */
    let translations = [];
    // Before anything changes, so that this comes before those who watch the changes.
    queueMicrotask(() => {
      isChanging = false;
      observer.takeRecords();
      changes = [];
      // An app that has left the page does not come back.
      if (root.isConnected) doAgain(translations);
      else observer.disconnect();
    });
    translations = takeBack([...changes, ...observer.takeRecords()].filter(isApps));
  };
}
