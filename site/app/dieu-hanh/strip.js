/** The campaign's days, each with what the unit did; a day is asked for when nobody has it yet. */
import * as clock from '../shared/clock.js';
import { fill, h } from '../shared/dom.js';
import { say } from './language.js';
import { reportOf } from './reports.js';
import { hashOf } from './route.js';
import { rowOf, state } from './state.js';
import { dayNumber, today } from './times.js';
import { SIGNS, stateWord } from './words.js';

/** @param {string} unit */
export function strip(unit) {
  const last = today();
  const { first_day: first = last, days: count = dayNumber(last) } = state.campaign ?? {};
  const days = Array.from({ length: count }, (_, index) => clock.daysAfter(first, index));
  return h(
    'section',
    {},
    h('h3', {}, say('daysSoFar', { day: dayNumber(state.day), days: count })),
    h(
      'ol',
      { class: 'strip', role: 'list' },
      days.map((day) => h('li', {}, day > last ? toCome(day) : cell(day, unit, last))),
    ),
  );
}

/** @param {string} day */
const toCome = (day) =>
  h(
    'span',
    { class: 'past to-come' },
    h('span', { 'aria-hidden': 'true' }, number(day)),
    h('span', { class: 'unseen' }, say('dayState', { day: clock.shortDay(day), state: say('toCome') })),
  );

/** The day of the month; where one begins, with the month. @param {string} day */
const number = (day) =>
  day.endsWith('-01') || day === state.campaign?.first_day ? clock.shortDay(day) : String(Number(day.slice(8)));

/** @param {string} day @param {string} unit @param {string} last */
function cell(day, unit, last) {
  const link = h('a', { href: hashOf({ day, unit, view: state.view }, last), 'aria-current': day === state.day ? 'true' : null });
  draw(link, day, '');
  void stateOn(day, unit).then((found) => draw(link, day, found));
  return link;
}

/** @param {string} day @param {string} unit */
async function stateOn(day, unit) {
  if (day === state.day) return rowOf(unit)?.state ?? '';
  return (await reportOf(day, unit))?.state ?? '';
}

/** @param {HTMLElement} link @param {string} day @param {string} found */
function draw(link, day, found) {
  link.className = `past ${found}`;
  const words = found ? stateWord(found, day) : say('notYetKnown');
  link.setAttribute('title', say('dayState', { day: clock.shortDay(day), state: words }));
  fill(
    link,
    h('b', { 'aria-hidden': 'true' }, SIGNS[found] ?? '·'),
    h('span', { 'aria-hidden': 'true' }, number(day)),
    h('span', { class: 'unseen' }, say('dayState', { day: clock.shortDay(day), state: words })),
  );
}
