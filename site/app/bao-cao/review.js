/** All that was typed, on one page, before it is sent. */
import { button, h, written } from '../shared/dom.js';
import { either, say, shown, titleOf } from './language.js';
import { checked } from './editing.js';
import { word } from './history.js';
import { question } from './remarks.js';
import { placeOf, titled } from './returned.js';
import { send } from './sending.js';
import { steps } from './form.js';
import { state } from './state.js';
import { stepHash } from './route.js';

/** @typedef {import('./state.js').Ready} Ready */
/** @typedef {import('./form.js').Step} Step */
/** @typedef {import('./checks.js').Checked} Checked */
/** @typedef {import('./checks.js').Remark} Remark */

/** @param {Ready} now */
export function reviewScreen(now) {
  const found = checked(now);
  const problems = [...found.problems, ...state.problems];
  const all = steps(now.form);
  const empty = given(now) === 0 && !now.kept.sending;
  return [
    problems.length > 0 && summary(now, problems),
    h('h1', { tabindex: -1 }, say('review')),
    empty && nothing(now),
    found.findings.length > 0 &&
      h(
        'section',
        { class: 'findings' },
        h('h2', {}, say('findings')),
        h('p', {}, say('findingsHelp')),
        found.findings.map((finding) => question(now, finding, placeOf(now.form, finding.figures[0] ?? ''))),
      ),
    all.map((step, index) => group(now, step, index, found, problems)),
    gone(now),
    notes(now, all.length),
    now.kept.sending && h('p', { class: 'notice' }, say('waiting')),
    !now.kept.sending && !empty && sendButtons(now),
  ];
}

/**
 * Takes the focus when something stands in the way of sending.
 * @param {Ready} now
 * @param {Remark[]} problems
 */
const summary = (now, problems) =>
  h(
    'div',
    { class: 'summary', role: 'alert', tabindex: -1, id: 'summary' },
    h('h2', {}, say('problems', { count: problems.length })),
    h(
      'ul',
      {},
      problems.map((problem) => {
        const name = problem.figures[0] ?? '';
        const title = titled(now.form, name);
        return h(
          'li',
          {},
          h('a', { href: placeOf(now.form, name) }, title !== name && h('b', {}, `${title}: `), either(problem)),
        );
      }),
    ),
  );

/** @param {Ready} now @param {Step} step @param {number} index @param {Checked} found @param {Remark[]} problems */
const group = (now, step, index, { values }, problems) =>
  h(
    'section',
    { class: 'group' },
    h(
      'h2',
      {},
      titleOf(step.group),
      step.parts > 1 && h('span', { class: 'part' }, ` ${say('part', { part: step.part + 1, parts: step.parts })}`),
    ),
    h(
      'a',
      { class: 'change', href: stepHash(index), 'aria-label': `${say('change')}: ${titleOf(step.group)}` },
      say('change'),
    ),
    h(
      'dl',
      {},
      step.figures.map((name) => {
        const figure = /** @type {import('../types').Figure} */ (now.form.properties[name]);
        const wrong = problems.some((problem) => problem.figures[0] === name);
        return h(
          'div',
          { class: wrong ? 'wrong' : null },
          h('dt', {}, titleOf(figure)),
          h('dd', {}, valueOf(now, name, values)),
        );
      }),
    ),
  );

/** What was sent by a form that asked for more. @param {Ready} now */
function gone({ report }) {
  const given = Object.entries(report.titles_gone ?? {}).filter(([name]) => name in report.figures);
  return (
    given.length > 0 &&
    h(
      'section',
      { class: 'group' },
      h('h2', {}, say('noLongerAsked')),
      h(
        'dl',
        {},
        given.map(([name, title]) => h('div', {}, h('dt', {}, either(title)), h('dd', {}, word(report.figures[name])))),
      ),
    )
  );
}

/** @param {Ready} now @param {string} name @param {import('../types').Values} values */
function valueOf(now, name, values) {
  const value = values[name];
  if (typeof value === 'number') return shown(value);
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  const typed = now.kept.typed[name]?.trim();
  return typed ? written(typed) : h('span', { class: 'blank' }, say('blank'));
}

/** @param {Ready} now @param {number} index */
const notes = (now, index) =>
  h(
    'section',
    { class: 'group' },
    h('h2', {}, say('notes')),
    h(
      'a',
      { class: 'change', href: stepHash(index), 'aria-label': `${say('change')}: ${say('notes')}` },
      say('change'),
    ),
    h(
      'dl',
      {},
      /** @type {const} */ (['difficulties', 'proposals']).map((name) =>
        h(
          'div',
          {},
          h('dt', {}, say(name)),
          h(
            'dd',
            {},
            now.kept.notes[name]?.trim()
              ? written(now.kept.notes[name] ?? '')
              : h('span', { class: 'blank' }, say('blank')),
          ),
        ),
      ),
    ),
  );

/**
 * How many figures something was typed for.
 * @param {Ready} now
 */
const given = ({ kept }) => Object.values(kept.typed).filter((typed) => typed.trim()).length;

/** @param {Ready} now */
function sendButtons(now) {
  const missing = Object.keys(now.form.properties).length - given(now);
  return h(
    'section',
    { class: 'send' },
    missing > 0 && h('p', {}, say('stillBlank', { count: missing })),
    button(say(now.kept.base_revision ? 'sendAgain' : 'send'), () => void send(true), { class: 'button primary' }),
    missing > 0 && button(say('sendPart'), () => void send(false)),
  );
}

/** @param {Ready} now */
const nothing = (now) =>
  h(
    'section',
    { class: 'send' },
    h('p', {}, say('noFigures')),
    button(
      say('sendNothing'),
      () => {
        now.kept.nothing = true;
        void send(true);
      },
      { class: 'button primary' },
    ),
  );
