/** Moving the day's deadline for everybody. */
import * as clock from '../shared/clock.js';
import { h } from '../shared/dom.js';
import { tell } from '../shared/news.js';
import { ask } from '../shared/dialog.js';
import { field } from '../shared/field.js';
import { announce } from '../shared/notices.js';
import { problemText } from '../shared/refusal.js';
import * as api from './api.js';
import { missing } from './excuse.js';
import { say } from './language.js';
import { state } from './state.js';
import { hourInput, hourOf, instant } from './times.js';

/** @typedef {import('../board').Deadline} Deadline */
/** The last move that whoever decides has seen, by its number; 0: none. @typedef {{ base: number }} Seen */

export function askDeadline() {
  if (!state.board) return;
  const seen = { base: numberOf(state.board) };
  const time = hourInput(clock.hour(state.board.deadline));
  const reason = h('textarea', { rows: 3, maxlength: 1000, required: true });
  ask({
    title: say('moveDeadlineTitle'),
    body: [
      h('p', { class: 'hint' }, say('moveDeadlineHelp')),
      field('new-deadline', say('newDeadline'), time),
      field('reason', say('reason'), reason),
    ],
    submit: say('moveDeadline'),
    send: () => moved(time, reason, seen),
    overtaken: overtaken(seen),
  });
}

/** @param {Pick<Deadline, 'deadline_moved'>} day */
const numberOf = (day) => day.deadline_moved?.number ?? 0;

/** @param {HTMLInputElement} time @param {HTMLTextAreaElement} reason @param {Seen} seen */
async function moved(time, reason, seen) {
  if (!reason.value.trim()) return missing(reason);
  const hour = hourOf(time);
  if (!hour) return say('hourNeeded');
  if (!state.campaign) return null;
  const body = { deadline: instant(state.day, hour), reason: reason.value.trim(), base_decision: seen.base };
  const answer = await api.moveDeadline(state.campaign.slug, state.day, body);
  if (!answer.ok) return answer;
  announce(say('moved', { time: clock.hour(answer.body.deadline) }));
  drawAgain();
  return null;
}

/**
 * Who moved it meanwhile; pressed once more, it is decided on that sight.
 * @param {Seen} seen
 * @returns {(fate: import('../shared/refusal.js').Fate) => Promise<import('../types').Child>}
 */
const overtaken = (seen) => async (fate) => {
  const current = /** @type {Deadline | undefined} */ (fate.problem?.current);
  drawAgain();
  if (!current?.deadline_moved) return problemText(fate.problem ?? {});
  seen.base = numberOf(current);
  const { by, reason } = current.deadline_moved;
  return [
    h('p', {}, say('somebodyDecided')),
    h('p', {}, h('bdi', {}, say('deadlineMoved', { by, reason, time: clock.hour(current.deadline) }))),
    h('p', {}, say('moveAgain')),
  ];
};

/** The whole board is asked for, whatever its tag. */
function drawAgain() {
  state.tag = '';
  tell('old');
}
