/** Which language the person reads; the same choice for every app of this origin. Each app brings its own sentences. */
import { writeInteger } from './numbers.js';

/** @typedef {import('../types').Language} Language */
/** @typedef {import('../types').Two} Two */

const REMEMBERED = 'giaoban.language';

/** @type {Language} */
let current = remembered();

/** @returns {Language} */
function remembered() {
  try {
    return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

export const language = () => current;

/** @param {Language} chosen */
export function choose(chosen) {
  current = chosen;
  document.documentElement.lang = chosen;
  try {
    localStorage.setItem(REMEMBERED, chosen);
  } catch {
    /* storage is forbidden: the choice lasts as long as the page */
  }
}

/**
 * Makes an app's `say`: the sentence of a key, its {names} filled; a number is grouped as the language groups it.
 * @template {Record<string, Two>} Texts
 * @param {Texts} texts
 * @returns {(key: keyof Texts, fill?: Record<string, string | number>) => string}
 */
export const speaker =
  (texts) =>
  (key, fill = {}) =>
    filled(/** @type {Two} */ (texts[key])[current], fill);

/** @param {Two} two */
export const either = (two) => two[current] || two.vi;

/** A title of the form schema. @param {{ title: string, title_en: string }} titled */
export const titleOf = (titled) => (current === 'vi' ? titled.title : titled.title_en);

/** @param {number} number */
export const shown = (number) => writeInteger(number, current);

/** @param {string} sentence @param {Record<string, string | number>} fill */
function filled(sentence, fill) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = fill[name];
    return value === undefined ? whole : typeof value === 'number' ? shown(value) : value;
  });
}
