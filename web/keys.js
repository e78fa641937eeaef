// Which keys stay inside the element? Those that the control with the focus uses, and what is typed by them. Seen from the page,
// the target of such a key is the element, so the page's shortcuts cannot know that somebody is typing or moving a slider.

const MOVES = /^(Arrow|Home|End|Page)/;
const EDITS = /^(.|Backspace|Delete|Enter|Process|Dead)$/u;
const PRESSES = /^( |Enter)$/;

/**
 * The keys of each kind of control; the first kind that matches decides.
 * @type {[string, RegExp[]][]}
 */
const KEYS = [
  ["textarea, select, [type=text], [type=url]", [MOVES, EDITS]],
  // What scrolls inside itself can have the focus, too.
  ["[type=range], [role=slider], [role=region], pre", [MOVES]],
  ["[type=radio]", [MOVES, PRESSES]],
  ["*", [PRESSES]],
];

/**
 * @param {Element} control
 * @param {KeyboardEvent} event
 */
function isUsed(control, { key, ctrlKey, metaKey, altKey }) {
  const [kind, keys] = /** @type {[string, RegExp[]]} */ (KEYS.find(([kind]) => control.matches(kind)));
  // Some keyboards write a character with Control and Option.
  const isPlain = ctrlKey === altKey && !metaKey;
  if (isPlain) return keys.some((used) => used.test(key));
  // Otherwise a text is edited; everything else is the page's, or the browser's.
  return kind === KEYS[0][0] && /^(Arrow|Home|End|Backspace|Delete|[acvxyz]$)/i.test(key);
}

/**
 * Stops these keys at the shadow root.
 * @param {ShadowRoot} shadow
 */
export function keepKeys(shadow) {
  for (const type of ["keydown", "keypress", "keyup", "beforeinput"]) {
    shadow.addEventListener(type, (event) => {
      const control = /** @type {Element} */ (event.target);
      // The example inside the tag is the page's.
      const isOurs = control.getRootNode() === shadow;
      const isTyped = type === "beforeinput";
      if (isOurs && (isTyped || isUsed(control, /** @type {KeyboardEvent} */ (event)))) event.stopPropagation();
    });
  }
}
