/** What is wrong or odd in what somebody typed: said while typing, in the same words as the service's. */
import { holds, variables } from './rules.js';
import { rules } from './form.js';
import { readInteger, writeInteger } from '../shared/numbers.js';
import { words } from '../shared/words.js';
import { texts } from './texts.js';

/** @typedef {import('../types').Form} Form */
/** @typedef {import('../types').Two} Two */
/** @typedef {import('../types').Value} Value */
/** @typedef {import('../types').Values} Values */
/** @typedef {import('../types').Report} Report */
/** @typedef {import('../types').Kept} Kept */
/** @typedef {Two & { rule: string, figures: string[] }} Remark */
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
  const known = { ...values, ...past(baseline) };
  const broken = rules(form).filter((rule) => holds(rule.holds, known) === false);
  const remarks = (/** @type {string} */ severity) =>
    broken.filter((rule) => rule.severity === severity).map((rule) => remark(rule, known));
  return { values, problems: [...problems, ...remarks('impossible')], findings: remarks('doubtful') };
}

/** @param {{ minimum?: number, maximum?: number }} figure @param {Value} value @returns {Two | null} */
function outside(figure, value) {
  if (typeof value !== 'number') return null;
  const { minimum = 0, maximum = Infinity } = figure;
  if (value >= minimum && value <= maximum) return null;
  return written(texts.outOfRange, { minimum, maximum });
}

/** Earlier stocks and usual flows, named as rules name them. @param {Report['baseline']} baseline @returns {Values} */
function past(baseline) {
  const stocks = Object.entries(baseline.stocks).map(([name, { value }]) => [`earlier.${name}`, value]);
  const usual = Object.entries(baseline.usual).map(([name, value]) => [`usual.${name}`, value]);
  return Object.fromEntries([...stocks, ...usual]);
}

/** @param {import('../types').Rule} rule @param {Values} known @returns {Remark} */
function remark(rule, known) {
  const words = Object.fromEntries(variables(rule.holds).map((name) => [name, /** @type {Value} */ (known[name])]));
  return { rule: rule.id, figures: rule.figures, ...written(rule, words) };
}

/** @param {Two} sentence @param {Values} words @returns {Two} */
function written(sentence, words) {
  const inLanguage = (/** @type {'vi' | 'en'} */ language) =>
    Object.entries(words).reduce(
      (text, [name, value]) => text.split(`{${name}}`).join(word(value, language)),
      sentence[language],
    );
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}

/** @param {Value} value @param {'vi' | 'en'} language */
function word(value, language) {
  if (typeof value === 'number') return writeInteger(value, language);
  return words[value ? 'yes' : 'no'][language].toLowerCase();
}
