/** The form's sentences in the language the person reads. */
import { speaker } from '../shared/speech.js';
import { texts } from './texts.js';

export { choose, either, language, shown, titleOf } from '../shared/speech.js';

/** @typedef {keyof typeof texts} Key */

export const say = speaker(texts);
