/** What a unit was sent last, and what became of it: a sign, words and a colour. */
import * as clock from '../shared/clock.js';
import { h } from '../shared/dom.js';
import { either, say } from './language.js';

/** @typedef {import('../board').Row} Row */
/** @typedef {import('../reminders').Fared} Fared */
/** @typedef {'well' | 'bad' | 'open'} Look */

const OWING = ['expected', 'missing'];
const SIGNS = { well: '✓', bad: '✕', open: '✉' };

/** Whether it arrived, surely or probably did not, or nobody can say yet. @param {Pick<Fared, 'state' | 'fate'>} message @returns {Look} */
export function lookOf({ state, fate }) {
  if (fate === 'delivered') return 'well';
  return fate === 'undelivered' || fate === 'bounced' || fate === 'complained' || state === 'FAILED' || state === 'UNKNOWN'
    ? 'bad'
    : 'open';
}

/** “15:30 SMS: đã tới nơi”. @param {Fared} message @param {string} [words] */
export const fared = (message, words = either(message)) =>
  h(
    'span',
    { class: `told ${lookOf(message)}` },
    h('span', { 'aria-hidden': 'true' }, `${SIGNS[lookOf(message)]} `),
    h('time', { datetime: message.at }, clock.hour(message.at)),
    ` ${words}`,
  );

/** In the list: while something is awaited of the unit, and wherever a message went wrong. @param {Row} row */
export function toldInRow({ state, messages: { last } }) {
  return last && (OWING.includes(state) || lookOf(last) === 'bad') ? h('span', { class: 'last-told' }, fared(last)) : null;
}

/** On the unit's page. @param {Row} row */
export function toldLine({ messages: { tried, last } }) {
  if (!last) return h('p', { class: 'hint' }, say('notTold'));
  return h('p', { class: 'told-line' }, say('lastTold'), ' ', fared(last), ' ', h('small', {}, say('toldTimes', { count: tried })));
}
