/** Whom to ring for a unit, as the directory knows them: for coordinators only. */
import { hour, shortDay } from '../shared/clock.js';
import { h } from '../shared/dom.js';
import { writtenPhone } from '../shared/phone.js';
import { say, sayWord } from './language.js';
import { decides } from './state.js';

/** @typedef {import('../board').Row} Row */
/** @typedef {import('../board').Contact} Contact */

/** Everybody, with their roles. @param {Row} row */
export function contacts(row) {
  if (!decides()) return null;
  if (!row.contacts.length) return h('p', { class: 'hint' }, h('b', {}, `${say('contacts')}: `), say('noContacts'));
  return h('ul', { class: 'contacts', 'aria-label': say('contacts') }, row.contacts.map(contact));
}

/** @param {Contact} person */
const contact = (person) =>
  h(
    'li',
    {},
    number(person),
    h('span', {}, h('bdi', { dir: 'auto' }, person.name), ' ', h('small', {}, sayWord(`role_${person.role}`)), answered(person)),
  );

/** What the person wrote back, with its day and hour: it may be of an earlier day. @param {Contact} person */
const answered = ({ answer }) =>
  answer ? h('span', { class: 'hint' }, ` ${say('answered', { at: `${hour(answer.at)}, ${shortDay(answer.at)}` })} `, h('q', { dir: 'auto' }, answer.text)) : null;

/** @param {Contact} person */
const number = ({ phone }) =>
  phone ? h('a', { href: `tel:${phone}`, class: 'time' }, writtenPhone(phone)) : h('span', { class: 'soft' }, say('noNumber'));

/** In the unit's line, while something is awaited of it: the first who can be rung. @param {Row} row */
export function firstContact(row) {
  const first = decides() && ['expected', 'missing'].includes(row.state) && row.contacts.find(({ phone }) => phone);
  if (!first || !first.phone) return null;
  return h(
    'a',
    { href: `tel:${first.phone}`, class: 'ring time', 'data-part': 'ring', 'aria-label': say('ring', { name: first.name, phone: writtenPhone(first.phone) }) },
    h('span', { 'aria-hidden': 'true' }, '☎'),
    writtenPhone(first.phone),
  );
}
