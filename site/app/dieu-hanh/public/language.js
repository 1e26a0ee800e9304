/** The sentences about public words, in the language the person reads. */
import { speaking } from '../../shared/speech.js';
import { texts } from './texts.js';

export const { say, sayWord } = speaking(texts);
