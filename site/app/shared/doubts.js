/** What is impossible or odd in a report's figures, said before it is sent, in the same words as the service's. */
import { writeInteger } from './numbers.js';
import { holds, variables } from './rules.js';
import { words } from './words.js';

/** @typedef {import('../types').Figure} Figure */
/** @typedef {import('../types').Form} Form */
/** @typedef {import('../types').Report} Report */
/** @typedef {import('../types').Rule} Rule */
/** @typedef {import('../types').Two} Two */
/** @typedef {import('../types').Value} Value */
/** @typedef {import('../types').Values} Values */
/** @typedef {Two & { rule: string, figures: string[] }} Remark */

/**
 * @param {Form} form
 * @param {Values} values
 * @param {Report['baseline']} baseline
 */
export function remarksOn(form, values, baseline) {
  const known = { ...values, ...past(baseline) };
  const broken = rulesOf(form).filter((rule) => holds(rule.holds, known) === false);
  const remarks = (/** @type {string} */ severity) =>
    broken.filter((rule) => rule.severity === severity).map((rule) => remark(rule, known));
  return { impossible: remarks('impossible'), doubtful: remarks('doubtful') };
}

/**
 * The form's rules, those that say `each` written out for each figure they mean.
 * @param {Form} form
 * @returns {Rule[]}
 */
export function rulesOf(form) {
  return (form.rules ?? []).flatMap((rule) => {
    if (!rule.each) return [rule];
    return Object.entries(form.properties)
      .filter(([, figure]) => figure.measure === rule.each && figure.type === 'integer' && !figure.may_fall)
      .map(([name, figure]) => ruleOf(rule, name, figure));
  });
}

/** @param {Rule} rule @param {string} name @param {Figure} figure @returns {Rule} */
function ruleOf(rule, name, figure) {
  const named = (/** @type {string} */ text) => text.split('$').join(name);
  const titled = (/** @type {string} */ text, /** @type {string} */ title) =>
    named(text).split('{title}').join(title).split('{title_en}').join(figure.title_en);
  return {
    ...rule,
    id: `${rule.id}:${name}`,
    holds: /** @type {Rule['holds']} */ (JSON.parse(named(JSON.stringify(rule.holds)))),
    figures: rule.figures.map(named),
    vi: titled(rule.vi, figure.title),
    en: titled(rule.en, figure.title_en),
  };
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
  return { rule: rule.id, figures: rule.figures, ...filledIn(rule, words) };
}

/** @param {Two} sentence @param {Values} words @returns {Two} */
export function filledIn(sentence, words) {
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
