/** What is promised for which day, and that it is done: then nobody is told of it any more. */
import * as clock from '../../shared/clock.js';
import { byId, h } from '../../shared/dom.js';
import { announce } from '../../shared/notices.js';
import { redrawn } from '../edition/redrawn.js';
import { either } from '../language.js';
import { decides, state } from '../state.js';
import * as calls from './calls.js';
import { daysBetween } from './counted.js';
import { known } from './known.js';
import { say } from './language.js';

/** @typedef {import('../../reminders').Milestone} Milestone */

/** @param {Milestone[]} milestones @param {() => void} redraw */
export function drawMilestones(milestones, redraw) {
  byId('milestones').hidden = milestones.length === 0;
  redrawn(byId('milestones'), [milestones, state.day, decides()], () => [
    h('h3', {}, say('milestones')),
    h('p', { class: 'hint' }, say('milestonesHelp')),
    h('ul', { class: 'milestones', role: 'list' }, milestones.map((each) => item(each, redraw))),
  ]);
}

/** @param {Milestone} milestone @param {() => void} redraw */
const item = (milestone, redraw) =>
  h(
    'li',
    { class: milestone.done ? 'done' : '' },
    h('p', {}, h('bdi', {}, either(milestone.names))),
    h(
      'div',
      {},
      h('small', { class: 'due' }, say('dueBy', { day: clock.shortDay(milestone.due) }), !milestone.done && [' · ', howLong(milestone)]),
      decides() ? box(milestone, redraw) : h('span', {}, say(milestone.done ? 'done' : 'notDone')),
    ),
  );

/** @param {Milestone} milestone */
function howLong({ due }) {
  const days = daysBetween(state.day, due);
  if (days < 0) return h('b', { class: 'broken' }, say('daysOver', { days: -days }));
  return days ? say('daysLeft', { days }) : h('b', {}, say('dueToday'));
}

/** @param {Milestone} milestone @param {() => void} redraw */
function box(milestone, redraw) {
  const input = h('input', {
    type: 'checkbox',
    checked: milestone.done,
    'data-part': `done-${milestone.id}`,
    'aria-label': say('doneOf', { milestone: either(milestone.names) }),
    onchange: () => void turned(milestone, input, redraw),
  });
  return h('label', { class: 'tick' }, input, say('done'));
}

/** @param {Milestone} milestone @param {HTMLInputElement} input @param {() => void} redraw */
async function turned(milestone, input, redraw) {
  const { checked } = input;
  const answer = await calls.reach(milestone.id, checked);
  if (!answer.ok) {
    input.checked = !checked;
    return announce(say('notTurned'));
  }
  announce(say(checked ? 'reached' : 'unreached'));
  if (!known.told) return;
  const done = (/** @type {Milestone} */ each) => (each.id === milestone.id ? { ...each, done: checked } : each);
  known.told = { ...known.told, milestones: known.told.milestones.map(done) };
  redraw();
}
