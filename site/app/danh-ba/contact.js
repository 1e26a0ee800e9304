/** The fields of a person, what is missing in them, and where the service's remarks stand. */
import { h } from '../shared/dom.js';
import { field, mark, unmark } from '../shared/field.js';
import { writtenPhone } from '../shared/phone.js';
import { say } from './language.js';

/** @typedef {import('../directory').Person} Person */
/** @typedef {{ name: HTMLInputElement, phone: HTMLInputElement, email: HTMLInputElement }} Contact */

/** @param {Partial<Person>} [known] @returns {Contact} */
export const contact = (known = {}) => ({
  name: input('text', known.name ?? '', { maxlength: 100 }),
  phone: input('tel', writtenPhone(known.phone ?? ''), { maxlength: 60, inputmode: 'tel' }),
  email: input('email', known.email ?? '', { maxlength: 254, inputmode: 'email' }),
});

/** @param {Contact} fields */
export const contactFields = ({ name, phone, email }) => [
  field('name', say('name'), name),
  field('phone', say('phone'), phone, say('phoneHint')),
  field('email', say('email'), email),
];

/**
 * The browser must not offer what was typed about somebody else before.
 * @param {string} type
 * @param {string} value
 * @param {Record<string, unknown>} more
 */
function input(type, value, more) {
  const made = h('input', { type, autocomplete: 'off', spellcheck: 'false', dir: 'auto', ...more });
  made.value = value;
  return made;
}

/** @param {Contact} fields */
export const said = ({ name, phone, email }) => ({
  name: name.value.trim(),
  phone: phone.value.trim() || null,
  email: email.value.trim() || null,
});

/** What cannot be sent as it is; null when nothing is missing. @param {Contact} fields @returns {string | null} */
export function missing(fields) {
  unmark(fields);
  const { name, phone, email } = said(fields);
  if (!name) return mark(fields.name, say('nameNeeded'));
  if (!phone && !email) return mark(fields.phone, say('addressNeeded'));
  return null;
}
