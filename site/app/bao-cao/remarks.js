/** What is said at a figure: an error where it cannot be, a question for the reason where it is odd, the centre's word. */
import { fill, h } from '../shared/dom.js';
import { either, say } from './language.js';
import { edit } from './editing.js';
import { askedOf } from './returned.js';
import { state } from './state.js';

/** @typedef {import('./state.js').Ready} Ready */
/** @typedef {import('./checks.js').Checked} Checked */
/** @typedef {import('./checks.js').Remark} Remark */

/** @param {Ready} now @param {string} name */
export function remarks(now, name) {
  const node = h('div', { class: 'remarks', id: `${name}-remarks`, 'aria-live': 'polite' });
  let before = '';
  const update = (/** @type {Checked} */ found) => {
    const problems = [...found.problems, ...state.problems].filter(at(name));
    const findings = found.findings.filter(at(name));
    const asked = askedOf(now.report, name);
    const said = JSON.stringify([problems, findings, asked?.textContent]);
    if (said !== before)
      fill(
        node,
        asked,
        problems.map(error),
        findings.map((finding) => question(now, finding)),
      );
    before = said;
    return problems.length > 0;
  };
  return { node, update };
}

/** A remark about several figures stands at the first. @param {string} name */
export const at = (name) => (/** @type {Remark} */ remark) => remark.figures[0] === name;

/** @param {Remark} problem */
export const error = (problem) =>
  h('p', { class: 'error' }, h('span', { class: 'unseen' }, `${say('error')}: `), either(problem));

/** @param {Ready} now @param {Remark} finding @param {string} [place] where its figure can be mended, if not here */
export function question(now, finding, place) {
  const id = `why-${finding.rule}`;
  const input = h('input', {
    id,
    type: 'text',
    maxlength: 1000,
    dir: 'auto',
    autocomplete: 'off',
    value: now.kept.explanations[finding.rule] ?? '',
    oninput: () =>
      edit(now, (kept) => {
        kept.explanations[finding.rule] = input.value;
      }),
  });
  return h(
    'div',
    { class: 'finding' },
    h('p', {}, either(finding), ' ', place && mend(finding, place)),
    h('label', { for: id }, say('reason')),
    input,
  );
}

/** @param {Remark} finding @param {string} place */
const mend = (finding, place) =>
  h('a', { class: 'mend', href: place, 'aria-label': `${say('change')}: ${either(finding)}` }, say('change'));
