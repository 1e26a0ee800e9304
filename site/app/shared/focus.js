/** Drawing a part of the page anew without taking the focus from the control that has it. */

/** @param {HTMLElement} place @param {() => void} draw */
export function keepingFocus(place, draw) {
  const held = place.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  const part = held?.dataset.part ?? '';
  draw();
  if (!held || held.isConnected) return;
  const again = part && place.querySelector(`[data-part="${part}"]`);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}
