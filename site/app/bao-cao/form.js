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
