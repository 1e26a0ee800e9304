/** The waves of the day as a line of hours, with what became of their messages and what they cost. */
import * as clock from '../../shared/clock.js';
import { button, byId, h } from '../../shared/dom.js';
import { redrawn } from '../edition/redrawn.js';
import { either } from '../language.js';
import { decides, state } from '../state.js';
import { today } from '../times.js';
import { counted, reach, stateOf } from './counted.js';
import { say } from './language.js';
import { openPreview } from './preview.js';

/** @typedef {import('../../reminders').Reminders} Reminders */
/** @typedef {import('../../reminders').Wave} Wave */
/** @typedef {import('../../reminders').Counts} Counts */

const SIGNS = { coming: '○', made: '◔', closed: '✓', missed: '✕' };

/** @param {Reminders} told */
export function drawWaves(told) {
  const waves = told.waves.map((wave) => ({ ...wave, state: stateOf(wave, clock.now()) }));
  redrawn(byId('waves'), [waves, told.asked, told.switch.paused, decides()], () => [
    h('h3', {}, say('waves')),
    h('ol', { class: 'waves', role: 'list' }, waves.map((wave) => item(wave, told.switch.paused)), asked(told.asked)),
  ]);
  redrawn(byId('spent'), [told.sms, state.day], () => spent(told.sms));
}

/** @param {Wave} wave @param {boolean} isPaused */
const item = (wave, isPaused) =>
  h(
    'li',
    { class: wave.state, 'data-wave': wave.id },
    h('time', { datetime: wave.at }, clock.hour(wave.at)),
    h(
      'div',
      {},
      h('p', {}, h('b', {}, h('bdi', {}, either(wave.names))), ' ', mark(wave.state)),
      wave.state === 'missed' && h('p', { class: 'hint' }, say('missedHelp')),
      wave.state === 'coming' && isPaused && h('p', { class: 'broken' }, say('pausedWave')),
      wave.state === 'closed' || wave.state === 'made' ? fates(wave) : null,
    ),
    decides() && wave.to_units && preview(wave),
  );

/** @param {import('../../reminders').WaveState} state */
const mark = (state) =>
  h('span', { class: `wave-state ${state}` }, h('span', { 'aria-hidden': 'true' }, `${SIGNS[state]} `), say(`wave_${state}`));

/** @param {Counts} told */
function fates(told) {
  const all = counted(told);
  return [
    all.length
      ? h('ul', { class: 'fates', role: 'list' }, all.map(({ what, count, look }) => h('li', { class: look }, say(/** @type {'count_sent'} */ (`count_${what}`), { count }))))
      : h('p', { class: 'hint' }, say('nobodyTold')),
    told.parts > 0 && h('p', { class: 'hint' }, say('partsAndCost', { parts: told.parts, cost: told.cost_vnd })),
  ];
}

/** @param {Wave} wave */
const preview = (wave) =>
  button(say('tryOut'), () => void openPreview(wave), {
    class: 'button small',
    'data-part': `try-${wave.id}`,
    'aria-label': say('tryOutOf', { wave: either(wave.names) }),
  });

/** @param {Reminders['asked']} asked */
const asked = (asked) =>
  h(
    'li',
    { class: 'asked' },
    h('small', {}, say('allDay')),
    h('div', {}, h('p', {}, h('b', {}, h('bdi', {}, either(asked.names)))), counted(asked).length ? fates(asked) : h('p', { class: 'hint' }, say('askedHelp'))),
  );

/** @param {Reminders['sms']} sms */
function spent(sms) {
  const { today: parts, altogether, limit_per_day: perDay, limit_altogether: all, cost_per_part_vnd: each } = sms;
  const title = state.day === today() ? say('smsToday') : say('smsDay', { day: clock.shortDay(state.day) });
  return h('dl', { class: 'spent' }, line(title, parts, perDay, each), line(say('smsAltogether'), altogether, all, each));
}

/** @param {string} title @param {number} parts @param {number} limit @param {number} each đồng a part */
const line = (title, parts, limit, each) => [
  h('dt', {}, title),
  h(
    'dd',
    { class: reach(parts, limit) },
    h('b', {}, say('ofLimit', { parts, limit })),
    h('span', {}, say('ofMoney', { cost: parts * each, limit: limit * each })),
    reach(parts, limit) !== 'within' && h('strong', {}, say(reach(parts, limit) === 'over' ? 'overLimit' : 'nearLimit')),
  ),
];
