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
 * What a page speaks with. `say`: the sentence of a key, its {names} filled; a number is grouped as the language groups it.
 * `sayWord`: the sentence of a word the service uses, such as `state_late`; the word itself when it is new to us.
 * @template {Record<string, Two>} Texts
 * @param {Texts} texts
 * @returns {{ say: (key: keyof Texts, fill?: Record<string, string | number>) => string, sayWord: (key: string) => string }}
 */
export function speaking(texts) {
  /** @param {keyof Texts} key @param {Record<string, string | number>} [fill] */
  const say = (key, fill = {}) => filled(/** @type {Two} */ (texts[key])[current], fill);
  const sayWord = (/** @type {string} */ key) => (key in texts ? say(key) : key.replace(/^[a-z]+_/, ''));
  return { say, sayWord };
}

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
