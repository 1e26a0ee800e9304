/** What a form asks, in which order: its groups as steps of at most five fields, its rules one per figure. */

/** @typedef {import('../types').Form} Form */
/** @typedef {import('../types').Figure} Figure */
/** @typedef {import('../types').Group} Group */
/** @typedef {import('../types').Rule} Rule */
/** @typedef {import('../types').Total} Total */
/** @typedef {import('../types').Expression} Expression */
/** @typedef {{ group: Group, part: number, parts: number, figures: string[], totals: Total[] }} Step */

export const FIELDS_PER_STEP = 5;

/**
 * A long group is divided evenly, so that no step is left with one lonely field.
 * @param {Form} form
 * @returns {Step[]}
 */
export function steps(form) {
  return form.groups.flatMap((group) => {
    const names = Object.keys(form.properties).filter((name) => form.properties[name]?.group === group.id);
    const parts = Math.ceil(names.length / FIELDS_PER_STEP);
    const size = Math.ceil(names.length / parts);
    const totals = (form.totals ?? []).filter((total) => total.group === group.id);
    return Array.from({ length: parts }, (_, part) => {
      const figures = names.slice(part * size, (part + 1) * size);
      return { group, part, parts, figures, totals: part === parts - 1 ? totals : [] };
    });
  });
}

/**
 * The form's rules, those that say `each` written out for each figure they mean.
 * @param {Form} form
 * @returns {Rule[]}
 */
export function rules(form) {
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
