/** The sentences about public words, in the language the person reads. */
import * as speech from '../../shared/speech.js';
import { texts } from './texts.js';

export const say = speech.speaker(texts);

/** The sentence of a word that the service uses. @param {string} key */
export const sayWord = (key) => (key in texts ? say(/** @type {keyof typeof texts} */ (key)) : key);
