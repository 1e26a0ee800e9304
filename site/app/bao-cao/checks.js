/** What is wrong or odd in what somebody typed: said while typing. */
import { filledIn, remarksOn } from '../shared/doubts.js';
import { readInteger } from '../shared/numbers.js';
import { words } from '../shared/words.js';
import { texts } from './texts.js';

/** @typedef {import('../types').Form} Form */
/** @typedef {import('../types').Two} Two */
/** @typedef {import('../types').Value} Value */
/** @typedef {import('../types').Values} Values */
/** @typedef {import('../types').Report} Report */
/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('../shared/doubts.js').Remark} Remark */
/** @typedef {{ values: Values, problems: Remark[], findings: Remark[] }} Checked */

/**
 * @param {Form} form
 * @param {Pick<Kept, 'typed'>} kept
 * @param {Report['baseline']} baseline
 * @returns {Checked}
 */
export function check(form, kept, baseline) {
  /** @type {Values} */
  const values = {};
  /** @type {Remark[]} */
  const problems = [];
  for (const [name, typed] of Object.entries(kept.typed)) {
    const figure = form.properties[name];
    if (!figure || typed.trim() === '') continue;
    const value = figure.type === 'boolean' ? typed === 'true' : readInteger(typed);
    const wrong = value === null ? words.notWhole : outside(figure, value);
    if (wrong) problems.push({ rule: 'type', figures: [name], ...wrong });
    else values[name] = /** @type {Value} */ (value);
  }
  const { impossible, doubtful } = remarksOn(form, values, baseline);
  return { values, problems: [...problems, ...impossible], findings: doubtful };
}

/** @param {{ minimum?: number, maximum?: number }} figure @param {Value} value @returns {Two | null} */
function outside(figure, value) {
  if (typeof value !== 'number') return null;
  const { minimum = 0, maximum = Infinity } = figure;
  if (value >= minimum && value <= maximum) return null;
  return filledIn(texts.outOfRange, { minimum, maximum });
}
