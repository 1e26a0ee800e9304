/** The directory's sentences in the language the person reads. */
import * as speech from '../shared/speech.js';
import { texts } from './texts.js';

export { either, language, shown } from '../shared/speech.js';

/** @typedef {keyof typeof texts} Key */

export const say = speech.speaker(texts);

/** @param {import('../types').Language} chosen */
export function choose(chosen) {
  speech.choose(chosen);
  document.title = say('pageTitle');
}

/**
 * The sentence of a word the service uses, such as `role_reporter`; the word itself when it is new to us.
 * @param {string} key
 */
export const sayWord = (key) => (key in texts ? say(/** @type {Key} */ (key)) : key.replace(/^[a-z]+_/, ''));
