/** What the service's words for states, flags and calls look like: a sign, a word and a colour, never colour alone. */
import * as clock from '../shared/clock.js';
import { h } from '../shared/dom.js';
import { say, sayWord } from './language.js';
import { ownName, state } from './state.js';
import { hourOn } from './times.js';

/** @typedef {import('../board').Decision} Decision */

/** @type {Record<string, string>} */
export const SIGNS = { expected: '○', on_time: '✓', late: '◔', missing: '✕', excused: '◇' };

/** Until the day's edition, nobody says of a unit that it does not report. @param {string} word @param {string} [day] */
export const stateWord = (word, day = state.day) =>
  word === 'missing' && day === state.day && !state.closed ? say('state_overdue') : sayWord(`state_${word}`);

/** @param {string} state @param {string | null} [was] */
export const stateMark = (state, was) =>
  h(
    'span',
    { class: `mark-of ${state}` },
    h('span', { 'aria-hidden': 'true', class: 'sign' }, SIGNS[state] ?? '·'),
    h(
      'span',
      {},
      stateWord(state),
      was && h('small', {}, ' ', say('wasState', { state: stateWord(was) })),
    ),
  );

/** @param {string[]} flags */
export const flagMarks = (flags) => flags.map((flag) => h('span', { class: `flag ${flag}` }, sayWord(`flag_${flag}`)));

/** "sẽ gửi trước 16:20", "không nghe máy". @param {Decision} call @param {boolean} [going] */
export function outcomeWords(call, going = false) {
  if (call.outcome === 'will_send' && call.send_by) return say('willSend', { time: hourOn(call.send_by) });
  if (call.outcome === 'calling' && !going) return say('outcome_calling_before');
  return sayWord(`outcome_${call.outcome}`);
}

/** What a coordinator did, in one line. @param {Decision} decision */
export const decisionWords = (decision) =>
  say(`story_${decision.kind}`, {
    by: decision.by,
    revision: decision.revision,
    outcome: outcomeWords(decision),
    about: aboutWords(decision.about ?? ''),
  });

/** What a text of a report is about. @param {string} about `notes/difficulties`, or `explanations/` and a rule */
export const aboutWords = (about) =>
  about.startsWith('notes/') ? sayWord(about.slice('notes/'.length)) : say('explanationOf');

/** @param {string} time */
export const timeOf = (time) => h('time', { datetime: time }, clock.hour(time));

/** Who is on the telephone at this moment. @param {string} who */
export const whoCalls = (who) => (who === ownName() ? say('youCall') : say('callingNow', { who }));
