/**
 * A share, in whole hundredths of a percent: worked out and written as the documents and the site do
 * (`giaoban/campaign/shares.py`, `giaoban/numbers.py`). `schemas/vectors/shares.json` tries both.
 */
import { writeInteger } from '../shared/numbers.js';

const WHOLE = 10_000;

/**
 * Null of nothing. Rounded half up, but never up to `goal` or to 100% before it is reached.
 * @param {number} above
 * @param {number} below
 * @param {number} [goal]
 * @returns {number | null}
 */
export function percentage(above, below, goal = WHOLE) {
  if (!below) return null;
  const rounded = Math.floor((2 * above * WHOLE + below) / (2 * below));
  if (rounded >= goal && above * WHOLE < goal * below) return goal - 1;
  return rounded === WHOLE && above < below ? WHOLE - 1 : rounded;
}

/**
 * 6213 reads 62,13% or 62.13%; a dash when it is not known.
 * @param {number | null} hundredths not negative
 * @param {import('../types').Language} language
 */
export function writePercent(hundredths, language) {
  if (hundredths === null) return '–';
  const rest = String(hundredths % 100).padStart(2, '0').replace(/0+$/, '');
  const point = language === 'vi' ? ',' : '.';
  return `${writeInteger(Math.floor(hundredths / 100), language)}${rest && point + rest}%`;
}
