/** Mending what is known of somebody, and adding somebody. */
import * as clock from '../shared/clock.js';
import { ask } from '../shared/dialog.js';
import { h } from '../shared/dom.js';
import { field, mark, markRefused, unmark } from '../shared/field.js';
import { hourIn, hourInput } from '../shared/hours.js';
import { announce } from '../shared/notices.js';
import { contact, contactFields, missing, said } from './contact.js';
import { add, change, unitName } from './doing.js';
import { say, sayWord } from './language.js';

/** @typedef {import('../directory').Person} Person */
/** @typedef {import('./contact.js').Contact} Contact */
/**
 * @typedef {Contact & { role: HTMLSelectElement, channels: HTMLSelectElement, language: HTMLSelectElement,
 *   quiet: HTMLInputElement, until: HTMLInputElement }} Fields
 */

const ROLES = ['reporter', 'deputy', 'leader'];
const ORDERS = ['sms_email', 'email_sms', 'sms', 'email'];

/** @param {Person} person */
export function askEdit(person) {
  const fields = fieldsOf(person);
  ask({
    title: say('editTitle'),
    body: [h('p', { class: 'about' }, unitName(person.unit)), ...all(fields), lastChange(person)],
    submit: say('save'),
    send: () => save(fields, (told) => change(person, told), say('saved')),
  });
}

/** One more for a unit; by default the deputy, whom most units lack. @param {string} unit @param {boolean} hasReporter */
export function askAdd(unit, hasReporter) {
  const fields = fieldsOf({ role: hasReporter ? 'deputy' : 'reporter' });
  ask({
    title: say('addTitle'),
    body: [h('p', { class: 'about' }, unitName(unit)), h('p', { class: 'hint' }, say('nameConsent')), ...all(fields)],
    submit: say('addDo'),
    send: () => save(fields, (told) => add(unit, told), say('added')),
  });
}

/** @param {Partial<Person>} known @returns {Fields} */
const fieldsOf = (known) => ({
  ...contact(known),
  role: select(ROLES, 'role', known.role ?? 'reporter'),
  channels: select(ORDERS, 'order', (known.channels ?? ['sms', 'email']).join('_')),
  language: select(['vi', 'en'], 'language', known.language ?? 'vi'),
  quiet: hourInput(known.quiet?.[0] ?? ''),
  until: hourInput(known.quiet?.[1] ?? ''),
});

/** @param {Fields} fields */
const all = (fields) => [
  contactFields(fields),
  h(
    'div',
    { class: 'pair' },
    field('role', say('role'), fields.role),
    field('language', say('language'), fields.language),
  ),
  field('channels', say('channels'), fields.channels),
  h('p', { class: 'hint', id: 'hours' }, say('quietHint')),
  h(
    'div',
    { class: 'pair', role: 'group', 'aria-describedby': 'hours' },
    field('quiet', say('quietFrom'), fields.quiet),
    field('until', say('quietTo'), fields.until),
  ),
];

/** @param {string[]} values @param {string} kind @param {string} chosen */
function select(values, kind, chosen) {
  const options = values.map((value) => h('option', { value }, sayWord(`${kind}_${value}`)));
  const made = h('select', {}, options);
  made.value = chosen;
  return made;
}

/** @param {Person} person */
function lastChange({ history }) {
  const last = history[history.length - 1];
  if (!last) return null;
  const words = { what: sayWord(`what_${last.what}`), time: clock.hour(last.at), day: clock.shortDay(clock.dayOf(last.at)) };
  return h('p', { class: 'hint' }, h('bdi', {}, say('seenLast', words)), ' ', h('bdi', {}, last.via), '.');
}

/**
 * @param {Fields} fields
 * @param {(told: Record<string, unknown>) => Promise<import('../shared/refusal.js').Fate | string | null>} store
 * @param {string} done
 */
async function save(fields, store, done) {
  const { quiet: from, until, role, channels, language } = fields;
  const wrong = missing(fields);
  if (wrong) return wrong;
  unmark({ from, until });
  const quiet = hours(from.value, until.value);
  if (quiet === undefined) return mark(from, say('hourNeeded'));
  const told = said(fields);
  const fate = await store({
    ...told,
    role: role.value,
    language: language.value,
    quiet,
    channels: channels.value.split('_').filter((each) => (each === 'sms' ? told.phone : told.email) || !isBoth(channels)),
  });
  if (fate === null) announce(done);
  return fate && typeof fate !== 'string' ? markRefused({ ...fields }, fate) : fate;
}

/** Where both are wanted and only one address is there, that one it is. @param {HTMLSelectElement} channels */
const isBoth = (channels) => channels.value.includes('_');

/** null: none; undefined: they cannot be read. @param {string} from @param {string} until */
function hours(from, until) {
  if (!from.trim() && !until.trim()) return null;
  const both = [hourOf(from), hourOf(until)];
  return both.includes('') ? undefined : both;
}

/** Also "22h" and "22". @param {string} typed */
const hourOf = (typed) => hourIn(typed) || hourIn(`${typed.trim().replace(/[:h.]$/i, '')}:00`);
