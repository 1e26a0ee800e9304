/** What the centre sent back: said calmly above the form and at each figure, until a newer revision is sent. */
import { h, written } from '../shared/dom.js';
import * as clock from '../shared/clock.js';
import { steps } from './form.js';
import { say, titleOf } from './language.js';
import { stepHash } from './route.js';

/** @typedef {import('../types').Report} Report */

/**
 * The reasons that still stand, the last word for each figure; null when the current revision was not returned.
 * @param {Pick<Report, 'revision' | 'returns'>} report
 * @returns {{ at: string, fields: Record<string, string> } | null}
 */
export function returned({ revision, returns }) {
  const those = returns.filter((each) => revision > 0 && each.revision === revision);
  const last = those[those.length - 1];
  return last ? { at: last.at, fields: Object.assign({}, ...those.map(({ fields }) => fields)) } : null;
}

/** What the centre says of one figure. @param {Report} report @param {string} name */
export function askedOf(report, name) {
  const reason = returned(report)?.fields[name];
  return reason ? h('p', { class: 'asked' }, h('b', {}, say('centreAsks')), ' ', written(reason)) : null;
}

/** @param {import('../types').Form} form @param {Report} report */
export function returnedNotice(form, report) {
  const found = returned(report);
  if (!found) return null;
  return h(
    'section',
    { class: 'notice warn returned', 'aria-labelledby': 'returned' },
    h('h2', { id: 'returned' }, say('returned')),
    h('p', {}, say('returnedHelp', { revision: report.revision, time: clock.hour(found.at) })),
    h(
      'ul',
      {},
      Object.entries(found.fields).map(([name, reason]) =>
        h('li', {}, h('a', { href: placeOf(form, name) }, titled(form, name)), ': ', written(reason)),
      ),
    ),
  );
}

/** The step that asks for it. @param {import('../types').Form} form @param {string} name */
export function placeOf(form, name) {
  const all = steps(form);
  const index = all.findIndex((step) => step.figures.includes(name));
  return stepHash(index < 0 ? all.length : index, name);
}

/** Its title; the name itself where the form asks for no such thing. @param {import('../types').Form} form @param {string} name */
export function titled(form, name) {
  const figure = form.properties[name];
  if (figure) return titleOf(figure);
  return name === 'difficulties' || name === 'proposals' ? say(name) : name;
}
