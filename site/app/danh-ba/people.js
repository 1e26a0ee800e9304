/** The list by unit: only rows that differ are made anew, and whoever stands on a control stays there. */
import { button, fill, h } from '../shared/dom.js';
import { drawShown } from '../shared/filters.js';
import { heldFocus, keepOneTabStop, keepTabStops } from '../shared/list.js';
import { askAdd } from './edit.js';
import { groups } from './find.js';
import { askEndUnitsLinks } from './links.js';
import { either, language, say } from './language.js';
import { askReporter } from './naming.js';
import { personRow } from './row.js';
import { may, state } from './state.js';

/** @typedef {import('../directory').Person} Person */
/** @typedef {import('../directory').Group} Group */

/** @type {Map<string, { element: HTMLElement, signature: string }>} */
const drawn = new Map();

/** @param {HTMLElement} place */
export function drawPeople(place) {
  const { directory } = state;
  if (!directory) return;
  const found = groups(directory, state);
  const held = heldFocus(place);
  fill(place, found.map(groupOf));
  forget(directory.people);
  if (!found.length) fill(place, h('li', { class: 'empty' }, say(directory.people.length ? 'nobody' : 'nobodyYet')));
  keepOneTabStop([...place.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row') ?? ''));
  held?.();
  tellShown(found);
}

/** @param {Group} group */
const groupOf = (group) =>
  h(
    'li',
    { class: 'unit-of', 'data-unit': group.unit.code },
    headOf(group),
    group.people.length > 0 && h('ul', { class: 'people-of card', role: 'list' }, group.people.map(rowOf)),
  );

/** @param {Group} group */
function headOf({ unit, people, without }) {
  const head = h(
    'div',
    { class: 'unit-head', 'data-row': people.length && !may('edit') ? null : unit.code },
    h('h3', {}, h('bdi', {}, either(unit.names)), ' ', h('small', {}, unit.code)),
    without && h('span', { class: 'flag lacking' }, say(people.length ? 'noReporter' : 'nobodyHere')),
    without &&
      may('name') &&
      button(say('nameReporter'), () => askReporter(unit.code), {
        class: 'button small',
        'data-part': 'name',
        'aria-label': say('nameFor', { unit: either(unit.names) }),
      }),
    may('edit') && addButton(unit, !without),
    people.length > 0 && may('endUnitsLinks') && endButton(unit),
  );
  keepTabStops(head, unit.code);
  return head;
}

/** @param {Group['unit']} unit @param {boolean} hasReporter */
const addButton = (unit, hasReporter) =>
  button(say('add'), () => askAdd(unit.code, hasReporter), {
    class: 'button small',
    'data-part': 'add',
    'aria-label': say('addFor', { unit: either(unit.names) }),
  });

/** @param {Group['unit']} unit */
const endButton = (unit) =>
  button(say('endLinks'), () => askEndUnitsLinks(unit.code), {
    class: 'button small quietly',
    'data-part': 'end-units-links',
    'aria-label': say('endWhom', { name: either(unit.names) }),
  });

/** @param {Person} person */
function rowOf(person) {
  const signature = `${language()}${may('edit')}${JSON.stringify(person)}`;
  const known = drawn.get(person.id);
  if (known?.signature === signature) return known.element;
  const element = h('li', { class: 'person', 'data-row': person.id }, personRow(person));
  keepTabStops(element, person.id);
  drawn.set(person.id, { element, signature });
  return element;
}

/** Nothing of somebody who was deleted stays on the page. @param {Person[]} people */
function forget(people) {
  const known = new Set(people.map(({ id }) => id));
  for (const id of drawn.keys()) if (!known.has(id)) drawn.delete(id);
}

/** @param {Group[]} found */
function tellShown(found) {
  const people = found.reduce((sum, group) => sum + group.people.length, 0);
  const isPart = Boolean(state.query || state.show !== 'all');
  drawShown(say('shown', { people, units: found.length }), isPart ? showAll : null);
}

const showAll = () => void Object.assign(state, { query: '', show: 'all' });
