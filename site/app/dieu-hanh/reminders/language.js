/** The reminders' sentences in the language the person reads. */
import { speaking } from '../../shared/speech.js';
import { words } from '../../shared/words.js';
import { texts } from './texts.js';

export const { say } = speaking({ ...words, ...texts });

/** Whether there is a sentence of a word that the service uses. @param {string} key @returns {key is keyof typeof texts} */
export const isSaid = (key) => key in texts;
