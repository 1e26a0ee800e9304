/** The list in the order of what has to be done, each part under its heading. */
import { h } from '../shared/dom.js';
import { sayWord, shown } from './language.js';
import { NEEDS, need } from './need.js';

/** @typedef {import('../board').Row} Row */

/** @type {Map<string, HTMLElement>} */
const headings = new Map();

/**
 * The rows as they are sorted already, a heading before the first of each need.
 * @param {Row[]} rows
 * @param {(row: Row) => HTMLElement} draw
 */
export const bands = (rows, draw) =>
  NEEDS.flatMap((each) => {
    const those = rows.filter((row) => need(row) === each);
    return those.length ? [heading(each, those.length), ...those.map(draw)] : [];
  });

/** @param {import('../board').Need} which @param {number} count */
function heading(which, count) {
  const title = h('h3', {});
  const known = headings.get(which) ?? h('li', { class: `band ${which}` }, title);
  headings.set(which, known);
  const text = `${sayWord(`need_${which}`)} · ${shown(count)}`;
  if (known.firstElementChild && known.textContent !== text) known.firstElementChild.textContent = text;
  return known;
}
