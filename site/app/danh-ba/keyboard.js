/** The list from the keyboard: ↑ ↓ move from person to person, / finds. */
import { byId } from '../shared/dom.js';
import { activate, focusRow } from './people.js';

export function listen() {
  document.addEventListener('keydown', (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const isTyping = /^(input|textarea|select|summary)$/i.test(target.tagName);
    const isSearch = target.id === 'search';
    if (event.key === '/' && !isTyping && byId('search')) {
      event.preventDefault();
      byId('search').focus();
    } else if (event.key === 'ArrowDown' && (isSearch || !isTyping)) move(event, 1);
    else if (event.key === 'ArrowUp' && !isTyping) move(event, -1);
  });
  document.addEventListener('focusin', (event) => {
    const row = /** @type {HTMLElement} */ (event.target).closest('[data-row]');
    if (row) activate(row.getAttribute('data-row') ?? '');
  });
}

/** @param {KeyboardEvent} event @param {number} by */
function move(event, by) {
  const target = /** @type {HTMLElement} */ (event.target);
  const rows = [...document.querySelectorAll('[data-row]')].filter((row) => row.querySelector('a, button'));
  const own = target.closest('[data-row]');
  if (!own && target !== document.body && target.id !== 'search') return;
  event.preventDefault();
  const next = rows[own ? Math.max(0, Math.min(rows.length - 1, rows.indexOf(own) + by)) : 0];
  if (next) focusRow(next.getAttribute('data-row') ?? '', own ? target.dataset.part : undefined);
}
