/** Whom to ring, most pressing first: their numbers, what they were sent and what became of it. To be printed as well. */
import * as clock from '../../shared/clock.js';
import { button, byId, fill, h } from '../../shared/dom.js';
import { writtenPhone } from '../../shared/phone.js';
import { askCall } from '../call.js';
import { redrawn } from '../edition/redrawn.js';
import { styled } from '../edition/styled.js';
import { unitLink } from '../edition/unit_link.js';
import { either, language, say as sayOfBoard, sayWord } from '../language.js';
import { need, urgency } from '../need.js';
import { decides, rowOf, state } from '../state.js';
import { fared } from '../told.js';
import { outcomeWords, timeOf, whoCalls } from '../words.js';
import * as calls from './calls.js';
import { isSaid, say } from './language.js';

/** @typedef {import('../../reminders').CallList} CallList */
/** @typedef {import('../../reminders').Called} Called */
/** @typedef {import('../../reminders').Sent} Sent */

/** @type {{ list: CallList | null, at: number }} */
const known = { list: null, at: 0 };

/** @param {HTMLElement} place @param {boolean} isNews */
export async function draw(place, isNews) {
  await styled('reminders');
  if (!place.isConnected) return;
  if (!decides()) return void fill(place, h('p', { class: 'hint' }, say('callsForCoordinators')));
  if (!byId('call-list')) fill(place, h('section', { id: 'call-list' }, h('p', {}, say('opening'))));
  if (known.list?.day !== state.day) known.list = null;
  else show(known.list); // what has just been said of a call needs no answer from the service
  if (!isNews && known.list) return;
  await look(state.day);
  if (byId('call-list')) show(known.list);
}

/** @param {string} day */
async function look(day) {
  const answer = await calls.callList(day);
  if (answer.ok && state.day === day) Object.assign(known, { list: answer.body, at: clock.now() });
}

/** @param {CallList | null} list */
function show(list) {
  const rows = list?.units.map(({ unit }) => rowOf(unit.code));
  redrawn(byId('call-list'), [list, known.at, rows, language()], () => (list ? whole(list) : h('p', {}, say('notHad'))));
}

/** @param {CallList} list */
function whole({ units, day }) {
  const order = [...units].sort((one, other) => {
    const [a, b] = [rowOf(one.unit.code), rowOf(other.unit.code)];
    return a && b ? urgency(a, b) : 0;
  });
  return [
    h(
      'div',
      { class: 'heading' },
      h('h2', { tabindex: -1 }, say('callsTitle', { day: clock.longDay(day, language()), time: clock.hour(known.at) })),
      units.length > 0 && button(say('print'), () => print(), { class: 'button small', 'data-part': 'print' }),
    ),
    h('p', { class: 'hint' }, units.length ? say('callsCount', { count: units.length }) : say('callsNone')),
    h('ol', { class: 'calls', role: 'list' }, order.map(({ unit, people }) => item(unit.code, people))),
  ];
}

/** @param {string} code @param {Called[]} people */
const item = (code, people) =>
  h(
    'li',
    { 'data-call': code },
    h(
      'div',
      { class: 'heading' },
      h('div', {}, h('h3', {}, unitLink(code)), lastCall(code)),
      button(sayOfBoard('call'), () => askCall(code), {
        class: 'button small',
        'data-part': `call-${code}`,
        'aria-label': sayOfBoard('callWhom', { unit: either(rowOf(code)?.unit.names ?? { vi: code, en: code }) }),
      }),
    ),
    people.length ? h('ul', { class: 'people', role: 'list' }, people.map(person)) : h('p', { class: 'hint' }, say('nobodyKnown')),
  );

/** What was last said of it on the telephone. @param {string} code */
function lastCall(code) {
  const row = rowOf(code);
  if (!row || (!row.call && !row.calling)) return null;
  if (row.calling) return h('p', { class: 'calling' }, '☎ ', whoCalls(row.calling));
  if (!row.call) return null;
  const late = need(row) === 'promise';
  return h('p', { class: late ? 'broken' : 'hint' }, late ? '! ' : '☎ ', outcomeWords(row.call), ' (', h('bdi', {}, row.call.by), ', ', timeOf(row.call.at), ')');
}

/** @param {Called} person */
const person = ({ name, role, phone, stopped, messages }) =>
  h(
    'li',
    {},
    phone
      ? h('a', { href: `tel:${phone}`, class: 'ring time', 'aria-label': sayOfBoard('ring', { name, phone: writtenPhone(phone) }) }, writtenPhone(phone))
      : h('span', { class: 'soft' }, sayOfBoard('noNumber')),
    h(
      'div',
      {},
      h('p', {}, h('bdi', { dir: 'auto' }, name), ' ', h('small', {}, sayWord(`role_${role}`)), stopped.map((channel) => h('b', { class: 'broken' }, ` · ${say(`stopped_${channel}`)}`))),
      messages.length
        ? h('ul', { class: 'sent', role: 'list' }, messages.map((message) => h('li', {}, fared(message, words(message)))))
        : h('p', { class: 'hint' }, say('neverTold')),
    ),
  );

/** “SMS: đã tới nơi”; with the reason where there is one. @param {Sent} message */
function words(message) {
  const why = `why_${(message.reason ?? '').split(':')[0]}`;
  return `${say(`channel_${message.channel}`)}: ${isSaid(why) ? say(why) : either(message)}`;
}
