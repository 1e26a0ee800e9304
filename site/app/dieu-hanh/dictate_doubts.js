/** What is odd in figures that are being dictated: asked while the unit is still on the telephone. */
import { remarksOn } from '../shared/doubts.js';
import { byId, h } from '../shared/dom.js';
import { field } from '../shared/field.js';
import { either, say } from './language.js';
import { text, typedValues } from './dictation.js';

/** @typedef {import('./dictation.js').Dictation} Dictation */
/** @typedef {import('../shared/doubts.js').Remark} Remark */

/** @param {string} rule */
const pathOf = (rule) => `/explanations/${rule}`;

export const doubtsPart = () =>
  h('fieldset', { id: 'dictated-doubts', hidden: true }, h('legend', {}, say('findings')), h('p', { class: 'hint' }, say('askNow')));

/** @param {Dictation} d @returns {Remark[]} */
export const doubtsOf = (d) => remarksOn(d.form, typedValues(d), d.report.baseline).doubtful;

/** Those that stand there keep what was typed of them. @param {Dictation} d */
export function drawDoubts(d) {
  const doubts = doubtsOf(d);
  const place = byId('dictated-doubts');
  const wanted = new Set(doubts.map(({ rule }) => rule));
  for (const each of [...place.querySelectorAll('[data-rule]')])
    if (!wanted.has(each.getAttribute('data-rule') ?? '')) each.remove();
  for (const doubt of doubts) place.append(asked(d, doubt));
  place.hidden = doubts.length === 0;
}

/** @param {Dictation} d @param {Remark} doubt */
function asked(d, doubt) {
  const known = document.querySelector(`#dictated-doubts [data-rule="${doubt.rule}"]`);
  const hint = known?.querySelector('.hint');
  if (known && hint) hint.textContent = either(doubt);
  return known ?? h('div', { 'data-rule': doubt.rule }, explanation(d, doubt));
}

/** @param {Dictation} d @param {Remark} doubt */
function explanation(d, doubt) {
  const path = pathOf(doubt.rule);
  const said = d.report.findings.find(({ rule }) => rule === doubt.rule)?.explanation;
  const control = h('input', { type: 'text', maxlength: 1000, value: said ?? '' });
  d.controls.set(path, control);
  return field(`d${path.replace(/\W/g, '-')}`, say('explanationOf'), control, either(doubt));
}

/** What was said of each doubt that stands. @param {Dictation} d @returns {Record<string, string>} */
export const explanations = (d) =>
  Object.fromEntries(doubtsOf(d).map(({ rule }) => [rule, text(d, pathOf(rule))]).filter(([, said]) => said));

/**
 * Once for each set of doubts that nobody has explained: the first has the focus. Pressed again, it is stored as it is.
 * @param {Dictation} d
 * @returns {string} what to ask; nothing when there is nothing to ask, or it was asked
 */
export function askOnce(d) {
  drawDoubts(d);
  const open = doubtsOf(d).filter(({ rule }) => !text(d, pathOf(rule)));
  const names = open.map(({ rule }) => rule).join();
  if (!open.length || d.asked === names) return '';
  d.asked = names;
  d.controls.get(pathOf(open[0]?.rule ?? ''))?.focus();
  return say('dictatedDoubts', { count: open.length });
}
