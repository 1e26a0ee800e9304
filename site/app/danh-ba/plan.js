/** Whom a list would add, change and remove, and which units it would leave without a reporter. */
import { h } from '../shared/dom.js';
import { details } from '../shared/import/plan.js';
import { unitName } from './doing.js';
import { say, sayWord } from './language.js';
import { state } from './state.js';

/** @typedef {import('../directory').Plan} Plan */
/** @typedef {import('../directory').Listed} Listed */

/** @param {Plan} plan */
export const peopleOf = (plan) => [
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
