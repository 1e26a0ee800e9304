/** Tables of the edition: the first column names, the others count. */
import { h } from '../../shared/dom.js';

/** @typedef {import('../../types').Child} Child */

/**
 * @param {string} caption for those who do not see it
 * @param {string[]} heads
 * @param {Child[]} bodies
 */
export const table = (caption, heads, ...bodies) =>
  h(
    'table',
    { class: 'figures counted' },
    h('caption', { class: 'unseen' }, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    bodies,
  );

/** @param {Child} name @param {Child[]} cells @param {string} [looks] */
export const row = (name, cells, looks = '') =>
  h(
    'tr',
    { class: looks },
    h('th', { scope: 'row' }, name),
    cells.map((cell) => h('td', {}, cell)),
  );

/** @param {string} title @param {number} columns */
export const part = (title, columns) =>
  h('tr', {}, h('th', { scope: 'colgroup', colspan: columns, class: 'part' }, title));
