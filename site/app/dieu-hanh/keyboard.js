/** The board from the keyboard: ↑ ↓ Home End move, x ticks, g calls, / finds, Escape closes; Enter is the link's. */
import { byId } from '../shared/dom.js';
import { decides, selected, state } from './state.js';
import { closeUnit } from './unit.js';
import { unselect } from './chosen.js';
import { askCall } from './call.js';

export function listen() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') || !state.board)
      return;
    const typing = /^(textarea|select)$/i.test(tag(event)) || (/^input$/i.test(tag(event)) && !isTick(event));
    if (event.key === 'Escape') escape(event, typing);
    else if (state.view) return;
    else if (event.key === '/' && !typing) search(event);
    else if (event.key === 'ArrowDown' && onSearch(event)) move(event, null, 1);
    else if (!typing) onRow(event);
  });
}

/** @param {KeyboardEvent} event */
const tag = (event) => /** @type {HTMLElement} */ (event.target).tagName;
/** @param {KeyboardEvent} event */
const isTick = (event) => /** @type {HTMLInputElement} */ (event.target).type === 'checkbox';
/** @param {KeyboardEvent} event */
const onSearch = (event) => /** @type {HTMLElement} */ (event.target).id === 'search';

/** @param {KeyboardEvent} event @param {boolean} typing */
function escape(event, typing) {
  const box = /** @type {HTMLInputElement} */ (byId('search'));
  if (onSearch(event) && box.value) return; // the browser empties the box
  if (typing && !onSearch(event)) return;
  if (state.unit) closeUnit();
  else if (selected().size) unselect();
}

/** @param {KeyboardEvent} event */
function search(event) {
  event.preventDefault();
  byId('search').focus();
}

/** @param {KeyboardEvent} event */
function onRow(event) {
  const row = /** @type {HTMLElement} */ (event.target).closest('li[data-unit]');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const inPanel = byId('panel').contains(/** @type {Node} */ (event.target));
    if (!inPanel && (row || event.target === document.body)) move(event, row, event.key === 'ArrowDown' ? 1 : -1);
    return;
  }
  if (!row) return;
  if (event.key === 'Home' || event.key === 'End') move(event, row, event.key === 'Home' ? -Infinity : Infinity);
  if (event.key === 'x' && decides()) row.querySelector('input')?.click();
  if (event.key === 'g' && decides()) {
    event.preventDefault();
    askCall(/** @type {HTMLElement} */ (row).dataset.unit ?? '');
  }
}

/** @param {KeyboardEvent} event @param {Element | null} row @param {number} by */
function move(event, row, by) {
  event.preventDefault();
  const rows = [...byId('rows').querySelectorAll('.row')];
  const at = row ? rows.indexOf(row) + by : 0;
  const next = rows[Math.max(0, Math.min(rows.length - 1, at))];
  const part = /** @type {HTMLElement} */ (event.target).dataset.part;
  const control = (row && part && next?.querySelector(`[data-part="${part}"]`)) || next?.querySelector('.open');
  if (control instanceof HTMLElement) control.focus();
}
