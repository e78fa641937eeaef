// What if a finger or a pen that moves the page begins on a slider or on the map? Browsers set a slider where it is touched, and the map follows
// what touches it, so every swipe over one would change a number. Until a finger moves across or is lifted, the app does not hear of
// it; if it moves up or down, the slider goes back.

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
    const isTouched = pointerType !== "mouse" && slider.matches("[type=range], [role=slider]");
    press = isTouched ? { slider, value: slider.value, x, y, isSwipe: false } : undefined;
  };
  /** @param {PointerEvent} event */
  const move = (event) => {
    if (!press) return;
    const [across, along] = [Math.abs(event.clientX - press.x), Math.abs(event.clientY - press.y)];
    if (!press.isSwipe && Math.max(across, along) >= DIRECTED) {
      if (across > along) press = undefined;
      else press.isSwipe = true;
    }
    // The browser moves sliders; the map has to follow a finger here.
    if (press) event.stopImmediatePropagation();
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
