/** The reminders' sentences in the language the person reads. */
import * as speech from '../../shared/speech.js';
import { texts } from './texts.js';

export const say = speech.speaker(texts);

/** Whether there is a sentence of a word that the service uses. @param {string} key @returns {key is keyof typeof texts} */
export const isSaid = (key) => key in texts;
