/** Noting the number that the city's registry gave to an edition. */
import * as clock from '../../shared/clock.js';
import { h } from '../../shared/dom.js';
import { tell } from '../../shared/news.js';
import { ask } from '../../shared/dialog.js';
import { field } from '../../shared/field.js';
import { announce } from '../../shared/notices.js';
import { state } from '../state.js';
import * as calls from './calls.js';
import { known } from './known.js';
import { say } from './language.js';

/** @typedef {import('../../board').Registered} Registered */

/** @param {number} edition @param {Registered | null} given */
export function askRegistry(edition, given) {
  const { day } = state;
  const number = h('input', { type: 'text', maxlength: 40, autocomplete: 'off', value: given?.number ?? '' });
  const date = h('input', {
    type: 'text',
    maxlength: 10,
    inputmode: 'numeric',
    autocomplete: 'off',
    value: written(given?.date ?? clock.dayOf(clock.now())),
  });
  ask({
    title: say('registerTitle', { number: edition }),
    body: [
      field('registry-number', say('registerNumber'), number),
      field('registry-date', say('registerDate'), date, say('registerDateHelp')),
    ],
    submit: say('register'),
    send: () => send(day, edition, number, date),
    overtaken: async () => theirs(day, edition),
  });
}

/** @param {string} day @param {number} edition @param {HTMLInputElement} number @param {HTMLInputElement} date */
async function send(day, edition, number, date) {
  const given = { number: number.value.trim(), date: dayOf(date.value) };
  number.setAttribute('aria-invalid', String(!given.number));
  date.setAttribute('aria-invalid', String(!given.date));
  if (!given.number || !given.date) return say('registerNeeded');
  const answer = await calls.register(day, edition, given);
  if (!answer.ok) return answer;
  announce(say('registered', { number: given.number }));
  tell('old');
  return null;
}

/** What a colleague has noted. @param {string} day @param {number} edition */
async function theirs(day, edition) {
  const answer = await calls.editions(day);
  if (answer.ok && state.day === day) known.list = answer.body;
  const given = answer.ok && answer.body.editions.find((row) => row.edition === edition)?.registry;
  return h('p', {}, h('bdi', {}, say('registeredMeanwhile', { number: given ? given.number : '–' })));
}

/** "2/8/2025". @param {string} day YYYY-MM-DD */
const written = (day) => `${clock.shortDay(day)}/${day.slice(0, 4)}`;

/** "2025-08-02" of "2/8/2025"; nothing when there is no such day. @param {string} text */
export function dayOf(text) {
  const found = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(20\d\d)\s*$/.exec(text);
  if (!found) return '';
  const day = `${found[3]}-${(found[2] ?? '').padStart(2, '0')}-${(found[1] ?? '').padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? '' : day;
}
