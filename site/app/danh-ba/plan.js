/** What a list would do: its problems by row and column, or whom it adds, changes and removes. */
import { button, h } from '../shared/dom.js';
import { unitName } from './doing.js';
import { either, language, say, sayWord, shown } from './language.js';
import { state } from './state.js';

/** @typedef {import('../directory').Plan} Plan */
/** @typedef {import('../directory').Listed} Listed */
/** @typedef {import('../directory').Trial} Trial */

/** @param {Trial} trial @param {(trial: Trial) => void} take */
export function planView(trial, take) {
  const { plan, name } = trial;
  const of = h('p', { class: 'soft' }, say('trialOf'), ' ', h('bdi', { dir: 'auto' }, name));
  if (plan.problems.length) return [of, problems(plan)];
  const changes = plan.added.length + plan.changed.length + plan.removed.length;
  const words = plan.same_list ? say('sameList') : changes ? null : say('nothingChanges');
  return [
    of,
    h('h3', { tabindex: -1, class: words ? '' : 'unseen' }, words ?? say('trialOf')),
    !words && counts(plan),
    !words && lists(plan),
    !words && h('p', {}, button(say('toImport'), () => take(trial), { class: 'button primary', 'data-part': 'take' })),
  ];
}

/** @param {Plan} plan */
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

/** @param {Plan} plan */
const lists = (plan) => [
  who('who_removed', plan.removed, ({ since }) => since === 'named' && say('since_named')),
  who('who_changed', plan.changed, ({ fields = [] }) => fields.map((each) => sayWord(`field_${each}`)).join(', ')),
  who('who_added', plan.added, () => null),
  plan.units_without_reporter.length > 0 &&
    details(
      say('who_without', { count: plan.units_without_reporter.length }),
      plan.units_without_reporter.map((code) => h('li', {}, unitName(code))),
    ),
];

/**
 * @param {'who_added' | 'who_changed' | 'who_removed'} title
 * @param {Listed[]} people
 * @param {(listed: Listed) => import('../types').Child} more
 */
const who = (title, people, more) =>
  people.length > 0 &&
  details(
    say(title, { count: people.length }),
    inOrder(people).map((each) => {
      const also = more(each);
      return h(
        'li',
        {},
        h('b', {}, h('bdi', { dir: 'auto' }, each.name)),
        `, ${sayWord(`role_${each.role}`)}, `,
        unitName(each.unit),
        also && h('small', {}, ` – ${String(also)}`),
      );
    }),
  );

/** As the list of units goes. @param {Listed[]} people */
function inOrder(people) {
  const codes = state.directory?.units.map(({ code }) => code) ?? [];
  const place = new Map(codes.map((code, index) => [code, index]));
  return [...people].sort((a, b) => (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0));
}

/** @param {string} title @param {HTMLElement[]} items */
const details = (title, items) =>
  h('details', { class: 'who-list' }, h('summary', {}, title), h('ul', { tabindex: 0, 'aria-label': title }, items));

/** @param {Plan} plan */
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

/** @param {import('../directory').ListProblem} problem */
const problemRow = (problem) =>
  h(
    'tr',
    {},
    h('td', {}, problem.row === null ? say('wholeFile') : shown(problem.row)),
    h('td', {}, problem.column && h('bdi', {}, either(problem.column))),
    h('td', {}, h('bdi', {}, language() === 'vi' ? problem.vi : problem.en)),
  );

/** @param {Plan} plan */
export const doneText = ({ added, changed, removed, unchanged }) =>
  say('imported', { added: added.length, changed: changed.length, removed: removed.length, unchanged });
