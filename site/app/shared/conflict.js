/** Two people changed the same: what differs, whose each should be, and the choice between them, line by line. */
import { h } from './dom.js';

/** @typedef {'mine' | 'theirs'} Side */
/**
 * `path`: what it is of, such as `figures/dossiers_online`; undefined: not there.
 * @template V
 * @typedef {{ path: string, mine: V | undefined, theirs: V | undefined, chosen: Side | null }} Difference
 */

/**
 * Chosen beforehand where only one side changed what both began from; null where the person must say.
 * @template V
 * @param {string} path @param {V | undefined} base @param {V | undefined} mine @param {V | undefined} theirs
 * @returns {Difference<V>}
 */
export const difference = (path, base, mine, theirs) => ({
  path,
  mine,
  theirs,
  chosen: mine === base ? 'theirs' : theirs === base ? 'mine' : null,
});

/** @template V @param {Difference<V>} difference */
export const settled = ({ mine, theirs, chosen }) => (chosen === 'theirs' ? theirs : mine);

/** How many the person has not chosen yet. @param {Difference<unknown>[]} all */
export const open = (all) => all.filter(({ chosen }) => chosen === null).length;

/**
 * @template V
 * @param {Difference<V>} difference
 * @param {string} title
 * @param {Record<Side, string>} names what each side is called
 * @param {(value: V | undefined) => import('../types').Child} said
 */
export const choice = (difference, title, names, said) =>
  h(
    'fieldset',
    { class: 'field versus' },
    h('legend', {}, title),
    h(
      'div',
      { class: 'choices' },
      /** @type {const} */ (['mine', 'theirs']).map((side) =>
        h(
          'label',
          {},
          h('input', {
            type: 'radio',
            name: difference.path,
            value: side,
            checked: difference.chosen === side,
            onchange: () => (difference.chosen = side),
          }),
          h('span', {}, h('small', {}, names[side]), said(difference[side])),
        ),
      ),
    ),
  );
