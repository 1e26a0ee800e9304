/** The list of units: each refresh changes only the rows that differ, and keeps focus, ticks and scroll. */
import { byId, fill, h } from '../shared/dom.js';
import { drawShown } from '../shared/filters.js';
import { heldFocus, keepOneTabStop, keepTabStops } from '../shared/list.js';
import { language, say } from './language.js';
import { bands } from './bands.js';
import { overdue } from './need.js';
import { shownRows } from './order.js';
import { rowCells, signature } from './row.js';
import { decides, selected, state } from './state.js';
import { drawChosen } from './chosen.js';
import { showAll } from './filters.js';

/** @typedef {{ element: HTMLElement, signature: string }} Drawn */

/** @type {Map<string, Drawn>} */
const drawn = new Map();

/** The frame of the list, once per page. */
export function frame() {
  drawn.clear();
  const columns = /** @type {const} */ ([
    'column_unit',
    'column_state',
    'column_time',
    'column_findings',
    'column_reach',
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
    h('ul', { id: 'rows', role: 'list', onchange: ticked }),
    h('p', { id: 'nobody', class: 'empty', hidden: true }, say('nobody')),
  );
}

export function drawRows() {
  const { board } = state;
  if (!board || state.view) return;
  const rows = shownRows(board.units, state);
  const held = heldFocus(byId('rows'));
  const before = standing();
  place(state.sort === 'need' ? bands(rows, drawRow) : rows.map(drawRow));
  restoreScroll(before);
  held?.();
  byId('nobody').hidden = rows.length > 0;
  keepOneTabStop(rows.map((row) => row.unit.code));
  tellShown(rows.length, board.units.length);
  drawChosen(rows);
}

/** @param {import('../board').Row} row */
function drawRow(row) {
  const code = row.unit.code;
  const known = drawn.get(code) ?? { element: h('li', { 'data-row': code }), signature: '' };
  const wanted = signature(row, language());
  if (known.signature !== wanted) {
    fill(known.element, ...rowCells(row));
    known.element.className = `row card ${row.state}${overdue(row) ? ' due' : ''}`;
    keepTabStops(known.element, code);
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

/** The rows in sight, and where they stand, once the list has been scrolled. @returns {Map<Element, number>} */
function standing() {
  const list = byId('rows');
  if (list.getBoundingClientRect().top > 0) return new Map();
  const tops = [...list.querySelectorAll('.row')].map((row) => ({ row, place: row.getBoundingClientRect() }));
  const seen = tops.filter(({ place }) => place.bottom > 60 && place.top < innerHeight);
  return new Map(seen.map(({ row, place }) => [row, place.top]));
}

/** What was in sight stays there: a row that went elsewhere does not take the page along. @param {Map<Element, number>} before */
function restoreScroll(before) {
  const moved = [...before].filter(([row]) => row.isConnected).map(([row, top]) => row.getBoundingClientRect().top - top);
  const least = moved.sort((a, b) => Math.abs(a) - Math.abs(b))[0];
  if (least) scrollBy(0, least);
}

/** @param {number} shown @param {number} all */
const tellShown = (shown, all) => drawShown(say('shown', { shown, all }), shown < all ? showAll : null);

/** @param {Event} event */
function ticked(event) {
  const box = /** @type {HTMLInputElement} */ (event.target);
  if (box.checked) selected().add(box.value);
  else selected().delete(box.value);
  drawChosen(shownRows(state.board?.units ?? [], state));
}
