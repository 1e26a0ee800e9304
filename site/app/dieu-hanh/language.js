/** Which language the person reads, and the sentence of a key in it. The choice is shared with the phone form. */
import { writeInteger } from '../bao-cao/numbers.js';
import { texts } from './texts.js';

/** @typedef {import('../types').Language} Language */
/** @typedef {keyof typeof texts} Key */

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
  document.title = say('pageTitle');
  try {
    localStorage.setItem(REMEMBERED, chosen);
  } catch {
    /* storage is forbidden: the choice lasts as long as the page */
  }
}

/** The sentence `key`, its {names} filled. @param {Key} key @param {Record<string, string | number>} [fill] */
export const say = (key, fill = {}) =>
  texts[key][current].replace(/\{(\w+)\}/g, (whole, name) => {
    const value = fill[name];
    return value === undefined ? whole : typeof value === 'number' ? shown(value) : value;
  });

/**
 * The sentence of a word the service uses, such as `state_late`; the word itself when it is new to us.
 * @param {string} key
 */
export const sayWord = (key) => (key in texts ? say(/** @type {Key} */ (key)) : key.replace(/^[a-z]+_/, ''));

/** @param {import('../types').Two} two */
export const either = (two) => two[current] || two.vi;

/** A title of the form schema. @param {{ title: string, title_en: string }} titled */
export const titleOf = (titled) => (current === 'vi' ? titled.title : titled.title_en);

/** @param {number} number */
export const shown = (number) => writeInteger(number, current);

/** A figure's value in words. @param {import('../types').Value | undefined} value */
export const valueText = (value) =>
  value === undefined ? '–' : typeof value === 'number' ? shown(value) : say(value ? 'yes' : 'no');
