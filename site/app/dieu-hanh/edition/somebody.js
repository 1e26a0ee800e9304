/** Units' words in the draft that seem to hold a name, a number or an address: they are printed and mailed. */
import { looksPersonal } from '../../shared/personal.js';

/** @typedef {import('../../board').Edition} Edition */
/** @typedef {{ unit: string, found: string[] }} Named */

/** Once for each unit, in the order of the paper. @param {Pick<Edition, 'notes'>} draft @returns {Named[]} */
export function unitsThatName({ notes }) {
  /** @type {Map<string, Set<string>>} */
  const by = new Map();
  for (const { unit, text } of [...notes.difficulties, ...notes.proposals].flatMap(({ entries }) => entries))
    for (const { text: found } of looksPersonal(text)) by.set(unit, (by.get(unit) ?? new Set()).add(found));
  return [...by].map(([unit, found]) => ({ unit, found: [...found] }));
}
