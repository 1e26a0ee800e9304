/** What a list would do: its problems by row and column, or how much it adds, changes and removes. */
import { button, h } from '../dom.js';
import { either, language, shown, speaking } from '../speech.js';
import { texts } from './texts.js';

/** @typedef {import('../../types').ListPlan} ListPlan */

const { say, sayWord } = speaking(texts);
export { say };

/**
 * @template {ListPlan} Plan
 * @param {import('./import.js').Trial<Plan>} trial
 * @param {Pick<import('./import.js').OwnList<Plan>, 'say' | 'details'>} own
 * @param {(trial: import('./import.js').Trial<Plan>) => void} take
 */
export function planView(trial, own, take) {
  const { plan, name } = trial;
  const of = h('p', { class: 'soft' }, say('trialOf'), ' ', h('bdi', { dir: 'auto' }, name));
  if (plan.problems.length) return [of, problems(plan)];
  const changes = plan.added.length + plan.changed.length + plan.removed.length;
  const words = plan.same_list ? own.say('sameList') : changes ? null : own.say('nothingChanges');
  return [
    of,
    h('h3', { tabindex: -1, class: words ? '' : 'unseen' }, words ?? say('trialOf')),
    !words && counts(plan),
    !words && own.details(plan),
    !words && h('p', {}, button(say('toImport'), () => take(trial), { class: 'button primary', 'data-part': 'take' })),
  ];
}

/** @param {ListPlan} plan */
const counts = (plan) =>
  h(
    'ul',
    { class: 'plan-counts', role: 'list' },
    [
      count('added', plan.added.length),
      count('changed', plan.changed.length),
      count('removed', plan.removed.length),
      count('unchanged', plan.unchanged),
    ],
  );

/** @param {string} what @param {number} number */
const count = (what, number) =>
  h('li', { class: `${what}${number ? '' : ' none'}` }, h('b', {}, shown(number)), ' ', sayWord(`count_${what}`));

/** Some lines of a plan under what they are. @param {string} title @param {HTMLElement[]} items */
export const details = (title, items) =>
  h('details', { class: 'who-list' }, h('summary', {}, title), h('ul', { tabindex: 0, 'aria-label': title }, items));

/** @param {ListPlan} plan */
const problems = ({ problems }) => [
  h('h3', { tabindex: -1, class: 'bad' }, say('problemsTitle', { count: problems.length })),
  h('p', {}, say('problemsHelp')),
  h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('problemsTitle', { count: problems.length }) },
    h(
      'table',
      { class: 'problems' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          /** @type {const} */ (['column_row', 'column_column', 'column_problem']).map((key) =>
            h('th', { scope: 'col' }, say(key)),
          ),
        ),
      ),
      h('tbody', {}, problems.map(problemRow)),
    ),
  ),
];

/** @param {import('../../types').ListProblem} problem */
const problemRow = (problem) =>
  h(
    'tr',
    {},
    h('td', {}, problem.row === null ? say('wholeFile') : shown(problem.row)),
    h('td', {}, problem.column && h('bdi', {}, either(problem.column))),
    h('td', {}, h('bdi', {}, language() === 'vi' ? problem.vi : problem.en)),
  );

/** @param {ListPlan} plan */
export const doneText = ({ added, changed, removed, unchanged }) =>
  say('imported', { added: added.length, changed: changed.length, removed: removed.length, unchanged });
