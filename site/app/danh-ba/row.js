/** One person's line: who, by which number and address, which channels, and what can be done. */
import * as clock from '../shared/clock.js';
import { button, h } from '../shared/dom.js';
import { askEdit } from './edit.js';
import { askEndLinks } from './links.js';
import { askRemove } from './remove.js';
import { askResume, askStop } from './stop.js';
import { say, sayWord } from './language.js';
import { writtenPhone } from '../shared/phone.js';
import { may } from './state.js';

/** @typedef {import('../directory').Person} Person */
/** @typedef {import('../directory').Channel} Channel */

/** @param {Person} person */
export const personRow = (person) => [
  h(
    'div',
    { class: 'whom' },
    h('b', {}, h('bdi', { dir: 'auto' }, person.name)),
    h('span', { class: `duty ${person.role}` }, sayWord(`role_${person.role}`)),
    remarks(person),
  ),
  h('div', { class: 'reach' }, phone(person), email(person)),
  h('ul', { class: 'channels', role: 'list' }, channelsOf(person).map((channel) => h('li', {}, line(person, channel)))),
  h('div', { class: 'do' }, may('edit') && editButton(person), may('endLinks') && endButton(person), may('remove') && removeButton(person)),
];

/** @param {Person} person */
const remarks = ({ quiet, language }) => [
  quiet && h('small', {}, h('bdi', {}, say('quietFromTo', { from: quiet[0] ?? '', to: quiet[1] ?? '' }))),
  language === 'en' && h('small', {}, say('inEnglish')),
];

/** @param {Person} person */
const phone = ({ phone }) =>
  phone
    ? h('a', { class: 'number', href: `tel:${phone}`, 'data-part': 'phone' }, writtenPhone(phone))
    : h('span', { class: 'soft' }, say('noPhone'));

/** @param {Person} person */
const email = ({ email }) =>
  email ? h('bdi', { class: 'address' }, email) : h('span', { class: 'soft' }, say('noEmail'));

/** Those wanted, in their order, then those that are merely stopped. @param {Person} person @returns {Channel[]} */
const channelsOf = ({ channels, stopped }) => [
  ...channels,
  ...stopped.map(({ channel }) => channel).filter((channel) => !channels.includes(channel)),
];

/** @param {Person} person @param {Channel} channel */
function line(person, channel) {
  const stop = person.stopped.find((each) => each.channel === channel);
  const word = sayWord(`channel_${channel}`);
  const whom = { name: person.name, channel: word };
  if (!stop)
    return [
      h('span', {}, h('span', { 'aria-hidden': 'true', class: 'on' }, '✓ '), word),
      h('span', { class: 'unseen' }, say('receives')),
      may('edit') && act('stop', channel, say('stopWhom', whom), () => askStop(person, channel)),
    ];
  return [
    h('span', { class: 'off' }, h('span', { 'aria-hidden': 'true' }, '⊘ '), `${word} ${say('stopped')}`),
    h('small', {}, h('bdi', {}, sayWord(`why_${stop.why}`)), `, ${clock.shortDay(clock.dayOf(stop.at))}`),
    may('edit') && act('resume', channel, say('resumeWhom', whom), () => askResume(person, stop)),
  ];
}

/** @param {'stop' | 'resume'} what @param {Channel} channel @param {string} label @param {() => void} ask */
const act = (what, channel, label, ask) =>
  button(say(what), ask, { class: 'link', 'data-part': `channel-${channel}`, 'aria-label': label });

/** @param {Person} person */
const editButton = (person) =>
  button(say('edit'), () => askEdit(person), {
    class: 'button small',
    'data-part': 'edit',
    'aria-label': say('editWhom', { name: person.name }),
  });

/** @param {Person} person */
const endButton = (person) =>
  button(say('endLinks'), () => askEndLinks(person), {
    class: 'button small quietly',
    'data-part': 'end-links',
    'aria-label': say('endWhom', { name: person.name }),
  });

/** @param {Person} person */
const removeButton = (person) =>
  button(say('remove'), () => askRemove(person), {
    class: 'button small quietly',
    'data-part': 'remove',
    'aria-label': say('removeWhom', { name: person.name }),
  });
