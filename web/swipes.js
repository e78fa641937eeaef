// What if a finger that moves the page begins on a slider? Browsers set a slider where it is touched, so every swipe over one would
// change a number. Until a finger moves across or is lifted, the app does not hear of it; if it moves up or down, the slider goes
// back.

// How far a finger moves, in pixels, before its direction counts.
const DIRECTED = 8;

/**
 * Keeps swipes from an app.
 * @param {ShadowRoot} shadow
 */
export function ignoreSwipes(shadow) {
  /** @type {{ slider: HTMLInputElement, value: string, x: number, y: number, isSwipe: boolean } | undefined} */
  let press;
  /** @param {PointerEvent} event */
  const begin = ({ target, pointerType, clientX: x, clientY: y }) => {
    const slider = /** @type {HTMLInputElement} */ (target);
    const isTouched = pointerType === "touch" && slider.type === "range";
    press = isTouched ? { slider, value: slider.value, x, y, isSwipe: false } : undefined;
  };
  /** @param {PointerEvent} event */
  const move = ({ clientX, clientY }) => {
    if (!press || press.isSwipe) return;
    const [across, along] = [Math.abs(clientX - press.x), Math.abs(clientY - press.y)];
    if (Math.max(across, along) < DIRECTED) return;
    if (across > along) press = undefined;
    else press.isSwipe = true;
  };
  /** @param {PointerEvent} event */
  const end = ({ type }) => {
    if (!press) return;
    const ended = press;
    const { slider, value, isSwipe } = ended;
    // Cancelled, it has become the browser's own.
    if (isSwipe || type === "pointercancel") {
      ended.isSwipe = true;
      slider.value = value;
      // Some browsers set the slider once more after this.
      requestAnimationFrame(() => {
        slider.value = value;
        if (press === ended) press = undefined;
      });
      return;
    }
    press = undefined;
    slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  };
  /** @param {Event} event */
  const hold = (event) => {
    if (!press) return;
    event.stopImmediatePropagation();
    if (press.isSwipe) press.slider.value = press.value;
  };
  /** @type {[string, (event: any) => void][]} */
  const listeners = [
    ["pointerdown", begin],
    ["pointermove", move],
    ["pointerup", end],
    ["pointercancel", end],
    ["input", hold],
    ["change", hold],
  ];
  for (const [type, listener] of listeners) shadow.addEventListener(type, listener, true);
}
