/** The list by unit: only rows that differ are made anew, and whoever stands on a control stays there. */
import { button, byId, fill, h } from '../shared/dom.js';
import { tell } from '../shared/news.js';
import { groups } from './find.js';
import { either, language, say } from './language.js';
import { askReporter } from './naming.js';
import { personRow } from './row.js';
import { may, state } from './state.js';

/** @typedef {import('../directory').Person} Person */
/** @typedef {import('../directory').Group} Group */

/** @type {Map<string, { element: HTMLElement, signature: string }>} */
const drawn = new Map();
let active = '';

/** @param {HTMLElement} place */
export function drawPeople(place) {
  const { directory } = state;
  if (!directory) return;
  const found = groups(directory, state);
  const held = heldFocus();
  fill(place, found.map(groupOf));
  forget(directory.people);
  if (!found.length) fill(place, h('li', { class: 'soft' }, say(directory.people.length ? 'nobody' : 'nobodyYet')));
  if (!place.querySelector(`[data-row="${active}"]`)) active = '';
  activate(active || (place.querySelector('[data-row]')?.getAttribute('data-row') ?? ''));
  held?.();
  drawShown(found);
}

/** @param {Group} group */
const groupOf = ({ unit, people, without }) =>
  h(
    'li',
    { class: 'unit-of', 'data-unit': unit.code },
    h(
      'div',
      { class: 'unit-head', 'data-row': people.length ? null : unit.code },
      h('h3', {}, h('bdi', {}, either(unit.names)), ' ', h('small', {}, unit.code)),
      without && h('span', { class: 'flag lacking' }, say(people.length ? 'noReporter' : 'nobodyHere')),
      without &&
        may('name') &&
        button(say('nameReporter'), () => askReporter(unit.code), {
          class: 'button small',
          'data-part': 'name',
          'aria-label': say('nameFor', { unit: either(unit.names) }),
        }),
    ),
    people.length > 0 && h('ul', { class: 'people-of', role: 'list' }, people.map(rowOf)),
  );

/** @param {Person} person */
function rowOf(person) {
  const signature = `${language()}${may('edit')}${JSON.stringify(person)}`;
  const known = drawn.get(person.id);
  if (known?.signature === signature) return known.element;
  const element = h('li', { class: 'person', 'data-row': person.id }, personRow(person));
  setTabStops(element, person.id === active);
  drawn.set(person.id, { element, signature });
  return element;
}

/** Nothing of somebody who was deleted stays on the page. @param {Person[]} people */
function forget(people) {
  const known = new Set(people.map(({ id }) => id));
  for (const id of drawn.keys()) if (!known.has(id)) drawn.delete(id);
}

/** @param {Group[]} found */
function drawShown(found) {
  const people = found.reduce((sum, group) => sum + group.people.length, 0);
  const isPart = Boolean(state.query || state.show !== 'all');
  fill(
    byId('shown'),
    say('shown', { people, units: found.length }),
    isPart && [' · ', button(say('showAll'), showAll, { class: 'link' })],
  );
}

function showAll() {
  Object.assign(state, { query: '', show: 'all' });
  tell('filters');
  byId('search').focus();
}

/** Gives the focus back to the same control of the same row, if drawing took it away. */
function heldFocus() {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const id = focused?.closest('[data-row]')?.getAttribute('data-row');
  if (!focused || !id) return null;
  return () => document.activeElement === focused || focusRow(id, focused.dataset.part ?? 'edit');
}

/** @param {string} id @param {string} [part] */
export function focusRow(id, part = 'edit') {
  const row = document.querySelector(`[data-row="${id}"]`);
  const control = row?.querySelector(`[data-part="${part}"]`) ?? row?.querySelector('button, a');
  if (control instanceof HTMLElement) control.focus();
}

/** One row is in the tab order: the arrow keys reach the others. @param {string} id */
export function activate(id) {
  setTabStops(document.querySelector(`[data-row="${active}"]`), false);
  active = id;
  setTabStops(document.querySelector(`[data-row="${id}"]`), true);
}

/** @param {Element | null} row @param {boolean} can */
function setTabStops(row, can) {
  for (const control of row?.querySelectorAll('a, button') ?? []) {
    if (can) control.removeAttribute('tabindex');
    else control.setAttribute('tabindex', '-1');
  }
}
