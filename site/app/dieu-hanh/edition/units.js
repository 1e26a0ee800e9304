/** Units named in the edition: each name opens the unit's page beside it. */
import { h } from '../../shared/dom.js';
import { say } from './language.js';
import { unitLink } from './unit_link.js';

const MOST = 8;

/**
 * The first of them, and the others folded away.
 * @param {string[]} codes
 * @param {string} folded the name of what is unfolded, unique on the page
 */
export function unitNames(codes, folded) {
  const rest = codes.slice(MOST + 1).length ? codes.slice(MOST) : [];
  const first = rest.length ? codes.slice(0, MOST) : codes;
  return [
    commas(first),
    rest.length > 0 &&
      h(
        'details',
        { class: 'rest', 'data-folded': folded },
        h('summary', { 'data-part': `rest-${folded}` }, say('andMore', { count: rest.length })),
        commas(rest),
      ),
  ];
}

/** @param {string[]} codes */
const commas = (codes) => codes.map((code, index) => [index > 0 && ', ', unitLink(code)]);
