/** A list that is drawn again and again: one row is in the tab order, and whoever stands on a control of a row stays there. */

/** Rows carry `data-row`, their controls `data-part`; one of these is what a row is mostly pressed for. */
const MAIN = '[data-part=open], [data-part=edit]';
let active = '';

/** @param {string} id */
const rowOf = (id) => document.querySelector(`[data-row="${id}"]`);

/** Gives the focus back to the same control of the same row, if drawing took it away. @param {HTMLElement} place */
export function heldFocus(place) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const id = focused?.closest('[data-row]')?.getAttribute('data-row');
  if (!focused || !id || !place.contains(focused)) return null;
  return () => document.activeElement === focused || focusRow(id, focused.dataset.part, true);
}

/** @param {string} id @param {string} [part] @param {boolean} [still] without scrolling */
export function focusRow(id, part = '', still = false) {
  const row = rowOf(id);
  const control = row?.querySelector(`[data-part="${part}"]`) ?? row?.querySelector(MAIN) ?? row?.querySelector('a, button');
  if (control instanceof HTMLElement) control.focus({ preventScroll: still });
}

/**
 * Where somebody stands who decides about a row: at the row, or, once it has gone elsewhere in the list, at the next one
 * in sight, so that the work goes on where it was.
 * @param {string} id
 * @returns {() => string}
 */
export function placeOf(id) {
  const before = listed();
  const at = before.indexOf(id);
  return () => {
    const after = listed();
    const above = before.slice(0, at).reverse().find((each) => after.includes(each));
    const below = before.slice(at + 1).find((each) => after.includes(each));
    const order = [above, id, below].filter((each) => each !== undefined).map((each) => after.indexOf(each));
    const stays = order.every((place, index) => place >= 0 && place > (order[index - 1] ?? -1));
    return stays ? id : (before.slice(at + 1).find(isInSight) ?? after.find(isInSight) ?? id);
  };
}

const listed = () => [...document.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row') ?? '');

/** @param {string} id */
export function isInSight(id) {
  const place = rowOf(id)?.getBoundingClientRect();
  return place !== undefined && place.height > 0 && place.top >= 0 && place.bottom <= innerHeight;
}

/** Drawing a row anew leaves it in the tab order or out of it. @param {Element} row @param {string} id */
export const keepTabStops = (row, id) => setTabStops(row, id === active);

/** One row is in the tab order, the first if it was another: the arrow keys reach the others. @param {string[]} ids those shown */
export function keepOneTabStop(ids) {
  if (!ids.includes(active)) activate(ids[0] ?? '');
}

/** @param {string} id */
function activate(id) {
  setTabStops(rowOf(active), false);
  active = id;
  setTabStops(rowOf(id), true);
}

/** @param {Element | null} row @param {boolean} can */
function setTabStops(row, can) {
  for (const control of row?.querySelectorAll('a, button, input') ?? []) {
    if (can) control.removeAttribute('tabindex');
    else control.setAttribute('tabindex', '-1');
  }
}

/** The row that has the focus is the one in the tab order. */
export const followFocus = () =>
  document.addEventListener('focusin', (event) => {
    const id = /** @type {HTMLElement} */ (event.target).closest('[data-row]')?.getAttribute('data-row');
    if (id && id !== active) activate(id);
  });
