/** A list from the keyboard: ↑ ↓ Home End move from row to row, / finds; a page adds keys of its own. */
import { followFocus, focusRow } from './list.js';

/** @typedef {{ event: KeyboardEvent, target: HTMLElement, row: HTMLElement | null, isTyping: boolean }} Pressed */

const BY = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity });

/** @param {(pressed: Pressed) => boolean | void} [own] the page's keys; true: it was one of them */
export function listen(own = () => false) {
  followFocus();
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const row = /** @type {HTMLElement | null} */ (target.closest('[data-row]'));
    const pressed = { event, target, row, isTyping: isTyping(target) };
    if (!own(pressed)) onList(pressed);
  });
}

/** @param {HTMLElement} target */
const isTyping = (target) =>
  /^(textarea|select)$/i.test(target.tagName) || (target instanceof HTMLInputElement && target.type !== 'checkbox');

/** @param {Pressed} pressed */
function onList({ event, target, row, isTyping }) {
  const search = document.getElementById('search');
  if (!search) return;
  if (event.key === '/' && !isTyping) {
    event.preventDefault();
    search.focus();
    return;
  }
  const fromSearch = target === search && event.key === 'ArrowDown';
  const isPlaced = row || (target === document.body && event.key.startsWith('Arrow'));
  if (event.key in BY && (fromSearch || (!isTyping && isPlaced))) move(event, row, BY[event.key] ?? 0);
}

/** @param {KeyboardEvent} event @param {HTMLElement | null} row @param {number} by */
function move(event, row, by) {
  event.preventDefault();
  const rows = [...document.querySelectorAll('[data-row]')].filter((each) => each.querySelector('a, button'));
  const next = rows[row ? Math.max(0, Math.min(rows.length - 1, rows.indexOf(row) + by)) : 0];
  const part = row ? /** @type {HTMLElement} */ (event.target).dataset.part : '';
  if (next) focusRow(next.getAttribute('data-row') ?? '', part);
}
