/** The form's sentences in the language the person reads. */
import { speaking } from '../shared/speech.js';
import { words } from '../shared/words.js';
import { texts } from './texts.js';

export { choose, either, language, shown, titleOf } from '../shared/speech.js';

export const { say, sayWord } = speaking({ ...words, ...texts });
