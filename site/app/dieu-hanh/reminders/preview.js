/** A wave tried dry: who would get what, word for word, and what it would cost. Nothing is sent. */
import * as clock from '../../shared/clock.js';
import { button, fill, h, written } from '../../shared/dom.js';
import { writtenPhone } from '../../shared/phone.js';
import { folded, matching } from '../../shared/fold.js';
import { show } from '../../shared/dialog.js';
import { announce } from '../../shared/notices.js';
import { either, sayWord } from '../language.js';
import { rowOf, state } from '../state.js';
import * as calls from './calls.js';
import { known } from './known.js';
import { say } from './language.js';

/** @typedef {import('../../reminders').Wave} Wave */
/** @typedef {import('../../reminders').Rehearsal} Rehearsal */
/** @typedef {import('../../reminders').Rehearsed} Rehearsed */

const AT_ONCE = 20;

/** @param {Wave} wave */
export async function openPreview(wave) {
  const answer = await calls.rehearse(state.day, wave.id);
  if (!answer.ok) return announce(say('tryFailed'));
  const { messages } = answer.body;
  show(h('bdi', {}, say('tryTitle', { time: clock.hour(wave.at), wave: either(wave.names) })), [
    h('p', { class: 'notice' }, h('b', {}, say('nothingSent')), ' ', say('tryHelp')),
    Date.parse(wave.at) < clock.now() && h('p', { class: 'hint' }, say('tryPast', { time: clock.hour(wave.at) })),
    known.told?.switch.paused && h('p', { class: 'notice warn' }, say('tryPaused')),
    messages.length ? [totals(answer.body), list(messages)] : h('p', {}, say('tryNobody')),
  ]);
}

/** @param {Rehearsal} rehearsal */
function totals({ messages, parts, cost_vnd: cost }) {
  const sms = messages.filter(({ channel }) => channel === 'sms').length;
  const quiet = messages.filter(({ quiet }) => quiet).length;
  const units = new Set(messages.map(({ unit }) => unit)).size;
  return [
    h('p', {}, say('tryTotals', { count: messages.length, units, sms, email: messages.length - sms }), ' ', h('b', {}, say('tryCost', { parts, cost }))),
    quiet > 0 && h('p', { class: 'hint' }, say('tryQuiet', { count: quiet })),
  ];
}

/** @param {Rehearsed[]} messages */
function list(messages) {
  const words = new Map(messages.map((message) => [message, wordsOf(message)]));
  const found = h('ol', { class: 'rehearsed', role: 'list' });
  const shown = h('p', { class: 'hint', role: 'status' });
  const search = h('input', { type: 'search', id: 'find-told', autocomplete: 'off', spellcheck: 'false', oninput: () => draw(AT_ONCE) });
  const further = h('p', {});
  draw(AT_ONCE);
  return [h('div', { class: 'field' }, h('label', { for: 'find-told' }, say('find')), search), shown, found, further];

  /** @param {number} most @param {boolean} [isMore] */
  function draw(most, isMore = false) {
    const all = matching(messages, search.value, (message) => words.get(message) ?? '');
    const before = found.childElementCount;
    fill(found, all.slice(0, most).map(item));
    fill(shown, all.length ? say('shownOf', { shown: Math.min(most, all.length), all: all.length }) : say('noneFound'));
    const rest = Math.min(AT_ONCE, all.length - most);
    fill(further, rest > 0 && button(say('more', { count: rest }), () => draw(most + AT_ONCE, true)));
    const next = isMore && found.children[before];
    if (next instanceof HTMLElement) next.focus();
  }
}

/** What a search looks at. @param {Rehearsed} message */
function wordsOf({ unit, name }) {
  const names = rowOf(unit)?.unit.names;
  return folded(`${unit} ${names?.vi ?? ''} ${names?.en ?? ''} ${name}`);
}

/** @param {Rehearsed} message */
const item = (message) =>
  h(
    'li',
    { tabindex: -1 },
    h('p', {}, h('b', {}, h('bdi', {}, either(rowOf(message.unit)?.unit.names ?? { vi: message.unit, en: message.unit })))),
    h('p', {}, h('bdi', { dir: 'auto' }, message.name), ' ', h('small', {}, sayWord(`role_${message.role}`)), ' · ', address(message)),
    message.quiet && h('p', { class: 'broken' }, say('wouldBeQuiet')),
    exact(message),
  );

/** An SMS as it is, a letter under its subject. @param {Rehearsed} message */
function exact({ channel, text }) {
  if (channel === 'sms') return h('p', { class: 'exact' }, written(text));
  const [subject = '', ...rest] = text.split('\n');
  return h('details', { class: 'exact' }, h('summary', {}, h('bdi', { dir: 'auto' }, subject)), written(rest.join('\n').trim()));
}

/** @param {Rehearsed} message */
const address = ({ channel, address, parts, cost_vnd: cost }) => [
  say(`channel_${channel}`),
  ' ',
  h('bdi', {}, channel === 'sms' ? writtenPhone(address ?? '') : address),
  channel === 'sms' && h('small', {}, ' ', say('smsSize', { parts, cost })),
];
