/** What every change of a person shares: who it is, what is sent, what its refusal means for the list. */
import { h } from '../shared/dom.js';
import { tell } from '../shared/news.js';
import * as api from './api.js';
import { either, say, sayWord } from './language.js';
import { putPerson, slug, state, unitOf } from './state.js';

/** @typedef {import('../directory').Person} Person */
/** @typedef {import('../shared/refusal.js').Fate} Fate */

/** Who it is about: a name keeps its direction to itself. @param {Person} person */
export const whom = ({ name, role, unit }) =>
  h('p', { class: 'about' }, h('b', {}, h('bdi', { dir: 'auto' }, name)), `, ${sayWord(`role_${role}`)}, `, unitName(unit));

/** @param {string} code */
export function unitName(code) {
  const unit = unitOf(code);
  return h('bdi', {}, unit ? either(unit.names) : code);
}

/** Sends a person as they are, but for what is said otherwise. @param {Person} person @param {Record<string, unknown>} otherwise */
export async function change(person, otherwise) {
  const { version, role, name, phone, email, channels, language, quiet, stopped } = person;
  const kept = { role, name, phone, email, channels, language, quiet, stopped: stopped.map(({ channel }) => channel) };
  const answer = await api.change(slug(), person.id, { base_version: version, ...kept, ...otherwise });
  if (!answer.ok) return overtaken(answer);
  putPerson(answer.body);
  tell('old'); // who has a reporter is the service's to say
  tell('rows');
  return null;
}

/** @param {string} unit @param {Record<string, unknown>} told */
export async function add(unit, told) {
  const answer = await api.add(slug(), unit, told);
  if (!answer.ok) return answer;
  tell('old');
  return null;
}

/** @param {Fate} fate @returns {Fate | string} */
export function overtaken(fate) {
  const current = /** @type {Person | undefined} */ (fate.problem?.current);
  if (fate.status === 404) {
    tell('old');
    return say('goneMeanwhile');
  }
  if (fate.status !== 409 || !current) return fate;
  putPerson(current);
  tell('rows');
  return say('changedMeanwhile');
}

/** Whether nobody else reports for the unit. @param {Person} person */
export const isLastReporter = ({ id, unit, role }) =>
  role === 'reporter' &&
  !state.directory?.people.some((each) => each.unit === unit && each.role === 'reporter' && each.id !== id);
