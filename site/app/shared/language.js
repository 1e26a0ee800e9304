/** The sentences of the wing itself, in the language the person reads. */
import { speaking } from './speech.js';
import { texts } from './texts.js';

export const { say } = speaking(texts);
