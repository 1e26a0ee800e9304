/** The band above: campaign and role, the day and its neighbours, the deadline against the server's clock. */
import * as clock from '../shared/clock.js';
import { button, byId, fill, h } from '../shared/dom.js';
import { drawHead as draw, headLink } from '../shared/head.js';
import { askDeadline } from './deadline.js';
import { language, say, sayWord } from './language.js';
import { lastIssued } from './issued.js';
import { hashOf } from './route.js';
import { decides, state } from './state.js';
import { dayNumber, hourOn, lasting, today } from './times.js';

/** Who may read the directory finds it here. */
export const DIRECTORY = 'GET /v1/campaigns/{c}/directory';
const SOON_MS = 30 * 60_000;

/** @param {() => void} redraw @param {() => void} leave */
export function drawHead(redraw, leave) {
  const { campaign, session, board } = state;
  draw({
    tab: say('pageTitle'),
    title: say('title'),
    who: session && sayWord(`role_${session.role}`),
    campaign: campaign?.names,
    middle: campaign && session && board && days(),
    links: session?.may.includes(DIRECTORY) && headLink('/danh-ba', say('directory')),
    redraw,
    leave: session && leave,
  });
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
    state.day !== last && h('a', { href: hashOf({ view: state.view }, last) }, say('today')),
  );
}

/**
 * At the campaign's ends it is there and does nothing, so that the focus has somewhere to stay.
 * @param {'dayBefore' | 'dayAfter'} name
 * @param {string} sign
 * @param {string} day
 * @param {boolean} can
 */
const step = (name, sign, day, can) =>
  button(sign, () => can && goTo(day), {
    class: 'language',
    'data-part': name,
    'aria-label': say(name),
    'aria-disabled': can ? null : 'true',
  });

/** @param {string} day */
function goTo(day) {
  location.hash = hashOf({ day, unit: state.unit, view: state.view }, today());
}

/** The line that changes each second: how long until the deadline, then how long until the edition. */
export function deadlineLine() {
  const text = h('p', { class: 'deadline', id: 'deadline' });
  const line = h('div', { class: 'clockline' }, text, decides() && mover(), movedBy());
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

/** @param {import('../board').EditionRow} last */
const issuedWords = ({ kind, edition: number, issued_at: at }) =>
  say(kind === 'provisional' ? 'frozenAt' : 'issuedAt', { number, time: hourOn(at) });

/** Writes the time left into the line. @param {HTMLElement} [line] */
export function tick(line = byId('deadline')) {
  const { board } = state;
  if (!board || !line) return;
  const left = Date.parse(board.deadline) - clock.now();
  const phase = phaseOf(board, left);
  const [most, also] = lines(board, left);
  if (line.dataset.text === most + also) return;
  line.dataset.text = most + also;
  fill(line, h('b', {}, most), ' ', h('span', {}, also));
  const last = lastIssued();
  line.classList.toggle('soon', (phase === 'open' && left < SOON_MS) || last?.kind === 'provisional');
  line.classList.toggle('passed', phase === 'closed' && !last);
}

/** @param {import('../board').Board} board @param {number} left milliseconds until the deadline */
const phaseOf = (board, left) => (board.day !== today() ? 'over' : left >= 0 ? 'open' : 'closed');

/**
 * What matters now, then what comes after it or went before.
 * @param {import('../board').Board} board
 * @param {number} left milliseconds until the deadline
 * @returns {[string, string]}
 */
export function lines(board, left) {
  const phase = phaseOf(board, left);
  const due = clock.hour(board.deadline);
  const edition = clock.hour(board.edition_deadline);
  const last = lastIssued();
  if (last) return [issuedWords(last), say(phase === 'over' ? 'deadlineWas' : 'deadlinePast', { time: due })];
  if (phase === 'over') return [say('deadlineWas', { time: due }), say('editionAt', { time: edition })];
  if (phase === 'open')
    return [say('deadlineIn', { time: due, left: lasting(left) }), say('editionAt', { time: edition })];
  const rest = Date.parse(board.edition_deadline) - clock.now();
  return [
    say(rest >= 0 ? 'editionIn' : 'editionPast', { time: edition, left: lasting(rest) }),
    say('deadlinePast', { time: due }),
  ];
}
