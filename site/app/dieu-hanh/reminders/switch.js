/** The one switch: whether messages go out, who has turned it and why. */
import { button, byId, h } from '../../shared/dom.js';
import { tell } from '../../shared/news.js';
import { ask } from '../../shared/dialog.js';
import { field } from '../../shared/field.js';
import { announce } from '../../shared/notices.js';
import { problemText } from '../../shared/refusal.js';
import { redrawn } from '../edition/redrawn.js';
import { missing } from '../excuse.js';
import { say as sayOfBoard } from '../language.js';
import { decides, ownName } from '../state.js';
import { hourOn } from '../times.js';
import * as calls from './calls.js';
import { known, putSwitch } from './known.js';
import { say } from './language.js';

/** @typedef {import('../../reminders').Switch} Switch */
/** @typedef {import('../../shared/refusal.js').Fate} Fate */

/** @param {() => void} redraw */
export function drawSwitch(redraw) {
  const switched = known.told?.switch;
  byId('switch').className = `stands ${switched?.paused ? 'alarm' : 'issued'}`;
  redrawn(byId('switch'), [switched, known.asked, decides()], () =>
    switched
      ? [h('div', { role: 'status' }, switched.paused ? paused(switched) : running(switched)), decides() && turner(switched, redraw)]
      : h('p', {}, say(known.asked ? 'notHad' : 'opening')),
  );
}

/** @param {Switch} switched */
const paused = (switched) => [
  h('p', {}, h('b', {}, say('pausedNow'))),
  h('p', {}, h('bdi', { dir: 'auto', class: 'written' }, say('pausedBy', who(switched)))),
  h('p', { class: 'hint' }, say('pausedHelp')),
];

/** @param {Switch} switched */
const running = (switched) => [
  h('p', {}, h('b', {}, say('running'))),
  h('p', { class: 'hint' }, say('runningHelp')),
  switched.version > 0 && h('p', { class: 'hint' }, h('bdi', { dir: 'auto', class: 'written' }, say('resumedBy', who(switched)))),
];

/** @param {Switch} switched */
const who = ({ by, at, reason }) => ({ by: by ?? '', time: hourOn(at ?? ''), reason });

/** @param {Switch} switched @param {() => void} redraw */
const turner = ({ paused }, redraw) =>
  button(say(paused ? 'resume' : 'pause'), () => askTurn(!paused, redraw), {
    class: `button${paused ? ' primary' : ''}`,
    'data-part': 'turn',
  });

/** @param {boolean} pause @param {() => void} redraw */
function askTurn(pause, redraw) {
  const reason = h('textarea', { rows: 3, maxlength: 1000, required: true, autofocus: true });
  ask({
    title: say(pause ? 'pause' : 'resumeTitle'),
    body: [
      h('p', { class: 'hint' }, say(pause ? 'pausedHelp' : 'resumeHelp')),
      field('reason', sayOfBoard('reason'), reason, say('reasonHint')),
    ],
    submit: say(pause ? 'pause' : 'resume'),
    send: () => turned(pause, reason, redraw),
    overtaken: async (fate) => theirs(fate, redraw),
  });
}

/** @param {boolean} pause @param {HTMLTextAreaElement} input @param {() => void} redraw @returns {Promise<Fate | string | null>} */
async function turned(pause, input, redraw) {
  const reason = input.value.trim();
  if (!reason) return missing(input);
  const answer = await calls.turn({ paused: pause, reason, base_version: known.told?.switch.version ?? 0 });
  const stands = answer.ok ? answer.body : /** @type {Switch | undefined} */ (answer.problem.current);
  if (!answer.ok && !(stands && isMine(stands, pause, reason))) return answer;
  if (stands) show(stands, redraw);
  announce(say(pause ? 'isPaused' : 'isResumed'));
  return null;
}

/** The answer to an earlier press was lost: it stands as it was wanted. @param {Switch} stands @param {boolean} pause @param {string} reason */
const isMine = (stands, pause, reason) =>
  stands.paused === pause && stands.reason === reason && stands.by === ownName();

/** @param {Switch} switched @param {() => void} redraw */
function show(switched, redraw) {
  putSwitch(switched);
  redraw();
  tell('old');
}

/** Somebody was first: who and why; the next press is about what stands now. @param {Fate} fate @param {() => void} redraw */
function theirs(fate, redraw) {
  const stands = /** @type {Switch | undefined} */ (fate.problem?.current);
  if (!stands) return problemText(fate.problem ?? {});
  show(stands, redraw);
  const { reason, ...rest } = who(stands);
  return [
    h('p', {}, h('b', {}, h('bdi', {}, say(stands.paused ? 'turnedPaused' : 'turnedResumed', rest))), ' ', h('bdi', { dir: 'auto', class: 'written' }, reason)),
    h('p', {}, say('turnAgain')),
  ];
}
