/** The fields of a person, what is missing in them, and where the service's remarks stand. */
import { fill, h } from '../shared/dom.js';
import { field } from './dialog.js';
import { language, say } from './language.js';
import { writtenPhone } from '../shared/phone.js';

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

/** @param {HTMLElement} control @param {string} sentence */
export function mark(control, sentence) {
  control.setAttribute('aria-invalid', 'true');
  const place = document.getElementById(`${control.id}-error`);
  if (place) fill(place, sentence);
  control.focus();
  return sentence;
}

/** @param {Record<string, HTMLElement>} fields */
export function unmark(fields) {
  for (const control of Object.values(fields)) {
    control.removeAttribute('aria-invalid');
    const place = document.getElementById(`${control.id}-error`);
    if (place) fill(place);
  }
}

/**
 * Each remark at its field, the first with the focus; what has no field is left to be said.
 * @param {Record<string, HTMLElement>} fields
 * @param {import('../directory').Fate} fate
 * @returns {import('../directory').Fate}
 */
export function markRefused(fields, fate) {
  const of = (/** @type {{ path: string }} */ { path }) => fields[path.split('/')[1] ?? ''];
  const all = fate.problem?.problems ?? [];
  for (const each of [...all].reverse()) {
    const control = of(each);
    if (control) mark(control, language() === 'vi' ? each.vi : each.en);
  }
  return { ...fate, problem: { ...fate.problem, problems: all.filter((each) => !of(each)) } };
}
