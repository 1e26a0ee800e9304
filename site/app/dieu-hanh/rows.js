/** The list of units: each refresh changes only the rows that differ, and keeps focus, ticks and scroll. */
import { byId, fill, h } from '../shared/dom.js';
import { language, say } from './language.js';
import { bands } from './bands.js';
import { overdue } from './need.js';
import { shownRows } from './order.js';
import { rowCells, signature } from './row.js';
import { decides, selected, state } from './state.js';
import { drawChosen } from './chosen.js';
import { drawShown } from './filters.js';

/** @typedef {{ element: HTMLElement, signature: string }} Drawn */

/** @type {Map<string, Drawn>} */
const drawn = new Map();
let active = '';

/** The frame of the list, once per page. */
export function frame() {
  drawn.clear();
  const columns = /** @type {const} */ ([
    'column_unit',
    'column_state',
    'column_time',
    'column_findings',
    'column_call',
  ]);
  return h(
    'section',
    { class: `list${decides() ? ' deciding' : ''}`, 'aria-label': say('units') },
    h(
      'div',
      { class: 'columns' },
      decides() && h('span', { id: 'all' }),
      columns.map((key) => h('span', { 'aria-hidden': 'true' }, say(key))),
      decides() && h('span', { 'aria-hidden': 'true', class: 'do' }, say('column_do')),
    ),
    h('ul', { id: 'rows', role: 'list', onchange: ticked, onfocusin: focused }),
    h('p', { id: 'nobody', hidden: true }, say('nobody')),
  );
}

export function drawRows() {
  const { board } = state;
  if (!board || state.view) return;
  const rows = shownRows(board.units, state);
  const held = heldFocus();
  const anchor = anchorRow();
  place(state.sort === 'need' ? bands(rows, drawRow) : rows.map(drawRow));
  restoreScroll(anchor);
  held?.();
  byId('nobody').hidden = rows.length > 0;
  keepOneTabStop(rows.map((row) => row.unit.code));
  drawShown(rows.length, board.units.length);
  drawChosen(rows);
}

/** @param {import('../board').Row} row */
function drawRow(row) {
  const code = row.unit.code;
  const known = drawn.get(code) ?? { element: h('li', { 'data-unit': code }), signature: '' };
  const wanted = signature(row, language());
  if (known.signature !== wanted) {
    fill(known.element, ...rowCells(row));
    known.element.className = `row ${row.state}${overdue(row) ? ' due' : ''}`;
    setTabStops(known.element, code === active);
    drawn.set(code, { element: known.element, signature: wanted });
  }
  const box = known.element.querySelector('input');
  if (box) box.checked = selected().has(code);
  known.element.classList.toggle('opened', code === state.unit);
  return known.element;
}

/** Moves only what is out of place. @param {HTMLElement[]} elements */
function place(elements) {
  const list = byId('rows');
  const wanted = new Set(elements);
  for (const child of [...list.children]) if (!wanted.has(/** @type {HTMLElement} */ (child))) child.remove();
  elements.forEach((element, index) => {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
  });
}

/** Gives the focus back to the same control of the same row, if drawing took it away. */
function heldFocus() {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const code = focused?.closest('li')?.dataset.unit;
  if (!focused || !code || !byId('rows').contains(focused)) return null;
  const part = focused.dataset.part ?? 'open';
  return () => {
    if (!focused.isConnected || document.activeElement !== focused) focusRow(code, part, true);
  };
}

/** The first row in sight that will stay as it is, and where it stands. */
function anchorRow() {
  const list = byId('rows');
  if (list.getBoundingClientRect().top > 0) return null;
  const seen = [...list.querySelectorAll('.row')].find((row) => row.getBoundingClientRect().bottom > 60);
  return seen ? { seen, top: seen.getBoundingClientRect().top } : null;
}

/** @param {ReturnType<typeof anchorRow>} anchor */
function restoreScroll(anchor) {
  if (anchor?.seen.isConnected) scrollBy(0, anchor.seen.getBoundingClientRect().top - anchor.top);
}

/** @param {string} code @param {string} [part] @param {boolean} [still] without scrolling */
export function focusRow(code, part = 'open', still = false) {
  const row = drawn.get(code)?.element;
  const control = row?.querySelector(`[data-part="${part}"]`) ?? row?.querySelector('.open');
  if (control instanceof HTMLElement && row?.isConnected) control.focus({ preventScroll: still });
}

/** @param {string[]} codes one row is in the tab order: the arrow keys reach the others */
function keepOneTabStop(codes) {
  if (!codes.includes(active)) activate(codes[0] ?? '');
}

/** @param {string} code */
function activate(code) {
  const before = drawn.get(active)?.element;
  if (before) setTabStops(before, false);
  active = code;
  const now = drawn.get(code)?.element;
  if (now) setTabStops(now, true);
}

/** @param {HTMLElement} row @param {boolean} can */
function setTabStops(row, can) {
  for (const control of row.querySelectorAll('a, button, input')) {
    if (can) control.removeAttribute('tabindex');
    else control.setAttribute('tabindex', '-1');
  }
}

/** @param {Event} event */
function focused(event) {
  const code = /** @type {HTMLElement} */ (event.target).closest('li')?.dataset.unit;
  if (code && code !== active) activate(code);
}

/** @param {Event} event */
function ticked(event) {
  const box = /** @type {HTMLInputElement} */ (event.target);
  if (box.checked) selected().add(box.value);
  else selected().delete(box.value);
  drawChosen(shownRows(state.board?.units ?? [], state));
}
