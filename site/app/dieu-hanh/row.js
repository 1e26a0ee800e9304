/** One unit's line on the board. Only the name opens; everything else is told beside it. */
import { button, h } from '../shared/dom.js';
import { askCall } from './call.js';
import { firstContact } from './contacts.js';
import { askExcuse } from './excuse.js';
import { either, say, shown } from './language.js';
import { overdue } from './need.js';
import { hashOf } from './route.js';
import { decides, state } from './state.js';
import { hourOn, today } from './times.js';
import { toldInRow } from './told.js';
import { flagMarks, outcomeWords, stateMark, timeOf, whoCalls } from './words.js';

/** @typedef {import('../board').Row} Row */

/**
 * What a row's look depends on: two rows with the same signature look alike.
 * @param {Row} row
 * @param {string} language
 */
export const signature = (row, language) => `${language}${state.day}${decides()}${state.closed}${JSON.stringify(row)}`;

/** @param {Row} row @returns {import('../types').Child[]} */
export function rowCells(row) {
  const name = either(row.unit.names);
  return [
    decides() && h('label', { class: 'tick' }, checkbox(row, name)),
    h(
      'div',
      { class: 'unit' },
      h(
        'a',
        { href: hashOf({ day: state.day, unit: row.unit.code }, today()), 'data-part': 'open', class: 'open' },
        h('bdi', {}, name),
      ),
      h('small', {}, row.unit.code, ' '),
      flagMarks(row.flags),
    ),
    h(
      'div',
      { class: 'facts' },
      h('div', { class: 'state' }, stateMark(row.state, row.was), excusedFor(row)),
      h('div', { class: 'time' }, received(row)),
      h('div', { class: 'findings' }, findings(row)),
      h('div', { class: 'reach' }, firstContact(row), toldInRow(row)),
      h('div', { class: 'called' }, called(row)),
    ),
    decides() && h('div', { class: 'do' }, actions(row, name)),
  ];
}

/** @param {Row} row @param {string} name */
const checkbox = (row, name) =>
  h('input', {
    type: 'checkbox',
    'data-part': 'tick',
    'aria-label': say('select', { unit: name }),
    value: row.unit.code,
  });

/** Why an excused unit is excused, in the coordinator's words. @param {Row} row */
export const excusedFor = ({ excuse }) =>
  excuse && h('small', { class: 'why' }, h('bdi', { dir: 'auto' }, excuse.reason), ' (', h('bdi', {}, excuse.by), ')');

/** @param {Row} row */
const received = (row) =>
  row.received_at && [
    timeOf(row.first_received_at ?? row.received_at),
    row.revision > 1 && h('small', {}, ` ${say('revision', { revision: row.revision })}, ${hourOn(row.received_at)}`),
  ];

/** @param {Row} row */
function findings({ findings, unexplained }) {
  if (!findings) return null;
  return unexplained
    ? h(
        'span',
        { class: 'doubt' },
        h('span', { 'aria-hidden': 'true' }, '⚠ '),
        say('unexplained', { count: unexplained }),
      )
    : h('span', { class: 'soft' }, say('allExplained', { count: shown(findings) }));
}

/** @param {Row} row */
function called(row) {
  const { call, calling } = row;
  if (calling) return h('span', { class: 'calling' }, sign('☎'), whoCalls(calling));
  if (!call) return null;
  if (overdue(row) && call.send_by)
    return [h('span', { class: 'broken' }, sign('!'), say('promiseBroken', { time: hourOn(call.send_by) })), by(call)];
  return [h('span', {}, outcomeWords(call)), by(call)];
}

/** @param {string} text */
const sign = (text) => h('span', { 'aria-hidden': 'true' }, `${text} `);

/** @param {import('../board').Decision} call */
const by = (call) => h('small', {}, ' ', h('bdi', {}, call.by), ' ', timeOf(call.at));

/** @param {Row} row @param {string} name */
const actions = (row, name) => [
  button(say('call'), () => askCall(row.unit.code), {
    class: 'button small',
    'data-part': 'call',
    'aria-label': say('callWhom', { unit: name }),
  }),
  canBeExcused(row) &&
    button(say('excuseShort'), () => askExcuse(row.unit.code), {
      class: 'button small',
      'data-part': 'excuse',
      'aria-label': say('excuseFor', { unit: name }),
    }),
];

/** @param {Row} row */
export const canBeExcused = ({ state }) => state !== 'on_time' && state !== 'excused';
