/** The board's sentences in the language the person reads. */
import * as speech from '../shared/speech.js';
import { texts } from './texts.js';

export { either, language, shown, titleOf } from '../shared/speech.js';

/** @typedef {keyof typeof texts} Key */

export const say = speech.speaker(texts);

/** @param {import('../types').Language} chosen */
export function choose(chosen) {
  speech.choose(chosen);
  document.title = say('pageTitle');
}

/**
 * The sentence of a word the service uses, such as `state_late`; the word itself when it is new to us.
 * @param {string} key
 */
export const sayWord = (key) => (key in texts ? say(/** @type {Key} */ (key)) : key.replace(/^[a-z]+_/, ''));

/** A figure's value in words. @param {import('../types').Value | undefined} value */
export const valueText = (value) =>
  value === undefined ? '–' : typeof value === 'number' ? speech.shown(value) : say(value ? 'yes' : 'no');
