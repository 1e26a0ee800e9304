/** A report dictated by telephone, sent for a unit. */
import { h } from '../shared/dom.js';
import { tell } from '../shared/news.js';
import { ask } from '../shared/dialog.js';
import { announce } from '../shared/notices.js';
import { fieldProblem, problemText } from '../shared/refusal.js';
import * as api from './api.js';
import { askOnce, doubtsPart, drawDoubts, explanations } from './dictate_doubts.js';
import { fields } from './dictate_fields.js';
import { clear, mark, text, ticked, typedFigures } from './dictation.js';
import { either, say, titleOf, valueText } from './language.js';
import { rowOf, state } from './state.js';

/** @typedef {import('../types').Form} Form */
/** @typedef {import('../types').Values} Values */
/** @typedef {import('../board').StaffReport} StaffReport */
/** @typedef {import('./dictation.js').Dictation} Dictation */

/** @param {string} code @param {Form} form @param {StaffReport} report */
export function askDictated(code, form, report) {
  const row = rowOf(code);
  if (!row) return;
  /** @type {Dictation} */
  const dictation = { code, form, report, controls: new Map(), base: report.revision, content: '', id: '', asked: '' };
  const unit = either(row.unit.names);
  ask({
    title: say('dictateTitle', { unit }),
    body: [
      h('p', { class: 'hint' }, say('dictateHelp')),
      h('div', { onchange: () => drawDoubts(dictation) }, fields(dictation), doubtsPart()),
    ],
    submit: say('sendDictated'),
    send: () => send(dictation, unit),
    refused: (problem) => refused(dictation, problem),
    overtaken: async (fate) => overtaken(dictation, fate),
    wide: 'wide',
  });
  drawDoubts(dictation);
}

/** @param {Dictation} d @param {string} unit */
async function send(d, unit) {
  clear(d);
  const told = text(d, '/told_by');
  if (!told) return mark(d, '/told_by', say('toldByNeeded'));
  const figures = typedFigures(d);
  if (typeof figures === 'string') return figures;
  const asked = askOnce(d);
  if (asked) return asked;
  const body = content(d, told, figures);
  const answer = await api.putReport(
    d.report.day && state.campaign ? state.campaign.slug : '',
    d.report.day,
    d.code,
    stamped(d, body),
  );
  if (!answer.ok) return answer;
  const { receipt, findings } = answer.body;
  const open = findings.filter((finding) => finding.explanation === null).length;
  announce(`${say('dictated', { unit, receipt })}${open ? ` ${say('dictatedOpen', { count: open })}` : ''}`);
  state.tag = '';
  tell('old');
  return null;
}

/** @param {Dictation} d @param {string} told @param {Values} figures */
const content = (d, told, figures) => ({
  base_revision: d.base,
  told_by: told,
  figures,
  notes: { difficulties: text(d, '/notes/difficulties'), proposals: text(d, '/notes/proposals') },
  explanations: explanations(d),
  complete: !ticked(d, '/complete'),
  nothing_to_report: ticked(d, '/nothing_to_report'),
});

/**
 * The same content sent again is the same submission: a lost answer makes no second revision.
 * @param {Dictation} d
 * @param {object} body
 */
function stamped(d, body) {
  const written = JSON.stringify(body);
  if (written !== d.content) Object.assign(d, { content: written, id: crypto.randomUUID() });
  return { submission_id: d.id, ...body };
}

/** @param {Dictation} d @param {import('../types').Problem} problem */
function refused(d, problem) {
  const problems = [...(problem.problems ?? [])].reverse();
  for (const each of problems) mark(d, each.path, fieldProblem(each));
  return [h('p', {}, say('someProblems', { count: problems.length })), problemText(problem)];
}

/**
 * Somebody sent meanwhile: what differs is named, and the next press is based on theirs.
 * @param {Dictation} d
 * @param {import('../shared/refusal.js').Fate} fate
 */
function overtaken(d, fate) {
  const theirs = /** @type {StaffReport | undefined} */ (fate.problem?.current);
  tell('old');
  if (!theirs) return problemText(fate.problem ?? {});
  d.base = theirs.revision;
  const typed = typedFigures(d);
  const differing = Object.entries(d.form.properties).filter(
    ([name]) => typeof typed !== 'string' && typed[name] !== theirs.figures[name],
  );
  return [
    problemText(fate.problem ?? {}),
    h(
      'ul',
      {},
      differing.map(([name, figure]) =>
        h(
          'li',
          {},
          say('theyHave', {
            title: titleOf(figure),
            theirs: valueText(theirs.figures[name]),
            mine: valueText(/** @type {Values} */ (typed)[name]),
          }),
        ),
      ),
    ),
    h('p', {}, say('decideAgain')),
  ];
}
