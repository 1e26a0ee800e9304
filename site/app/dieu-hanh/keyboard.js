/** The board's own keys: x ticks, g calls, Escape closes; Enter is the link's. */
import { byId } from '../shared/dom.js';
import { askCall } from './call.js';
import { unselect } from './chosen.js';
import { decides, selected, state } from './state.js';
import { closeUnit } from './unit.js';

/** @typedef {import('../shared/keyboard.js').Pressed} Pressed */

/** @param {Pressed} pressed @returns {boolean} whether it was one of these */
export function ownKey(pressed) {
  const { event, row, isTyping } = pressed;
  if (!state.board) return true;
  if (event.key === 'Escape') escape(pressed);
  else if (row && !isTyping && decides() && event.key === 'x') row.querySelector('input')?.click();
  else if (row && !isTyping && decides() && event.key === 'g') call(event, row);
  else return false;
  return true;
}

/** @param {Pressed} pressed */
function escape({ target, isTyping }) {
  const box = /** @type {HTMLInputElement} */ (byId('search'));
  if (target === box && box.value) return; // the browser empties the box
  if (isTyping && target !== box) return;
  if (state.unit) closeUnit();
  else if (selected().size) unselect();
}

/** @param {KeyboardEvent} event @param {HTMLElement} row */
function call(event, row) {
  event.preventDefault();
  askCall(row.dataset.row ?? '');
}
