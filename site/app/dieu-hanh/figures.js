/** A report's figures, grouped as the form groups them, beside the day before and the baseline. */
import * as clock from '../shared/clock.js';
import { h, written } from '../shared/dom.js';
import { either, say, titleOf, valueText } from './language.js';

/** @typedef {import('../types').Form} Form */
/** @typedef {import('../board').StaffReport} StaffReport */
/** @typedef {(about: string) => import('../types').Child} Mark what stands beside a text of the report */

/** @param {Form} form @param {StaffReport} report @param {StaffReport | null} before */
export function figuresTable(form, report, before) {
  const doubtful = new Set(report.findings.flatMap(({ figures }) => figures));
  const heads = [
    say('figure'),
    say('thisDay', { day: clock.shortDay(report.day) }),
    before ? clock.shortDay(before.day) : '–',
    say('known'),
  ];
  return h(
    'table',
    { class: 'figures' },
    h('caption', { class: 'unseen' }, say('report')),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    form.groups.map((group) =>
      h(
        'tbody',
        {},
        h('tr', {}, h('th', { scope: 'colgroup', colspan: 4, class: 'part' }, titleOf(group))),
        Object.entries(form.properties)
          .filter(([, figure]) => figure.group === group.id)
          .map(([name, figure]) => line(name, titleOf(figure), report, before, doubtful.has(name))),
      ),
    ),
    gone(report, before),
  );
}

/** What was sent by a form that asked for more. @param {StaffReport} report @param {StaffReport | null} before */
function gone(report, before) {
  const given = Object.entries(report.titles_gone ?? {}).filter(([name]) => name in report.figures);
  return (
    given.length > 0 &&
    h(
      'tbody',
      {},
      h('tr', {}, h('th', { scope: 'colgroup', colspan: 4, class: 'part' }, say('noLongerAsked'))),
      given.map(([name, title]) => line(name, either(title), report, before, false)),
    )
  );
}

/**
 * @param {string} name
 * @param {string} title
 * @param {StaffReport} report
 * @param {StaffReport | null} before
 * @param {boolean} doubtful
 */
function line(name, title, report, before, doubtful) {
  const now = report.figures[name];
  return h(
    'tr',
    { class: doubtful ? 'doubtful' : '' },
    h('th', { scope: 'row' }, doubtful && h('span', { 'aria-hidden': 'true' }, '⚠ '), title),
    h(
      'td',
      { class: now === undefined ? 'blank' : '' },
      now === undefined && report.revision ? say('blank') : valueText(now),
    ),
    h('td', {}, valueText(before?.figures[name])),
    h('td', {}, baseline(report, name)),
  );
}

/** @param {StaffReport} report @param {string} name */
function baseline({ baseline: { stocks, usual } }, name) {
  const stock = stocks[name];
  return stock ? valueText(stock.value) : valueText(usual[name]);
}

/** @param {StaffReport} report @param {Mark} mark */
export const findingsList = (report, mark) =>
  report.findings.length > 0 &&
  h(
    'section',
    {},
    h('h3', {}, say('findings')),
    report.findings.map((finding) =>
      h(
        'div',
        { class: 'finding' },
        h('p', {}, either(finding)),
        h('p', {}, finding.explanation ? ['→ ', written(finding.explanation)] : h('b', {}, say('noExplanation'))),
        finding.explanation && mark(`explanations/${finding.rule}`),
      ),
    ),
  );

/** @param {StaffReport} report @param {Mark} mark */
export function notesOf(report, mark) {
  const names = /** @type {const} */ (['difficulties', 'proposals']).filter((name) => report.notes[name]);
  return (
    names.length > 0 &&
    h(
      'section',
      {},
      h('h3', {}, say('notes')),
      names.map((name) => [
        h('h4', {}, say(name)),
        h('p', { class: 'note' }, written(report.notes[name] ?? '')),
        mark(`notes/${name}`),
      ]),
    )
  );
}
