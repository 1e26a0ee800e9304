/** The band above: campaign and role, the day and its neighbours, the deadline against the server's clock. */
import * as clock from '../bao-cao/clock.js';
import { button, byId, fill, h } from '../bao-cao/dom.js';
import { askDeadline } from './deadline.js';
import { choose, either, language, say, sayWord } from './language.js';
import { hashOf } from './route.js';
import { decides, state } from './state.js';
import { dayNumber, lasting, today } from './times.js';

const SOON_MS = 30 * 60_000;

/** @param {() => void} redraw @param {() => void} leave */
export function drawHead(redraw, leave) {
  const { campaign, session } = state;
  byId('title').textContent = say('title');
  const other = language() === 'vi' ? 'en' : 'vi';
  const swap = () => {
    choose(other);
    redraw();
    byId('language').focus();
  };
  fill(
    byId('head'),
    h(
      'div',
      { class: 'who' },
      h(
        'p',
        { class: 'name' },
        say('title'),
        campaign && h('span', { class: 'campaign' }, ` · ${either(campaign.names)}`),
      ),
      session && h('p', { class: 'role' }, sayWord(`role_${session.role}`)),
    ),
    campaign && session && state.board && days(),
    h(
      'div',
      { class: 'corner' },
      button(say('otherLanguage'), swap, { class: 'language', id: 'language', 'data-part': 'language', lang: other }),
      session && button(say('signOut'), leave, { class: 'language', 'data-part': 'leave' }),
    ),
  );
}

function days() {
  const last = today();
  const first = state.campaign?.first_day ?? last;
  const options = Array.from({ length: dayNumber(last) }, (_, index) => {
    const day = clock.daysAfter(first, index);
    const label = say('dayOption', { number: index + 1, day: clock.shortDay(day) });
    return h('option', { value: day, selected: day === state.day }, label);
  }).reverse();
  const go = (/** @type {Event} */ event) => goTo(/** @type {HTMLSelectElement} */ (event.target).value);
  return h(
    'nav',
    { class: 'days', 'aria-label': say('chooseDay') },
    step('dayBefore', '‹', clock.daysAfter(state.day, -1), state.day > first),
    h('select', { 'data-part': 'days', 'aria-label': say('chooseDay'), onchange: go }, options),
    step('dayAfter', '›', clock.daysAfter(state.day, 1), state.day < last),
    h('span', { class: 'date' }, clock.longDay(state.day, language())),
    state.day !== last && h('a', { href: hashOf({}, last) }, say('today')),
  );
}

/** @param {'dayBefore' | 'dayAfter'} name @param {string} sign @param {string} day @param {boolean} can */
const step = (name, sign, day, can) =>
  button(sign, () => goTo(day), { class: 'language', 'data-part': name, 'aria-label': say(name), disabled: !can });

/** @param {string} day */
function goTo(day) {
  location.hash = hashOf({ day, unit: state.unit }, today());
}

/** The line that changes each second. */
export function deadlineLine() {
  const text = h('span', { class: 'deadline', id: 'deadline' });
  const line = h('div', { class: 'clockline' }, text, movedBy(), decides() && mover());
  tick(text);
  return line;
}

function movedBy() {
  const { board } = state;
  if (!board?.deadline_moved) return null;
  const { by, reason } = board.deadline_moved;
  return h(
    'span',
    { class: 'moved' },
    h('bdi', {}, say('deadlineMoved', { by, reason, time: clock.hour(board.deadline) })),
  );
}

const mover = () =>
  button(say('moveDeadline'), () => askDeadline(), { class: 'button small', 'data-part': 'deadline' });

/** Writes the time left into the line. @param {HTMLElement} [line] */
export function tick(line = byId('deadline')) {
  const { board } = state;
  if (!board || !line) return;
  const left = Date.parse(board.deadline) - clock.now();
  const key = board.day !== today() ? 'deadlineWas' : left >= 0 ? 'deadlineIn' : 'deadlinePast';
  const words = say(key, { time: clock.hour(board.deadline), left: lasting(left) });
  const text = `${words} · ${say('editionAt', { time: clock.hour(board.edition_deadline) })}`;
  if (line.textContent !== text) line.textContent = text;
  line.classList.toggle('soon', key === 'deadlineIn' && left < SOON_MS);
  line.classList.toggle('passed', key === 'deadlinePast');
}
