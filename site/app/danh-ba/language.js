/** The directory's sentences in the language the person reads. */
import { speaking } from '../shared/speech.js';
import { texts as common } from '../shared/texts.js';
import { texts } from './texts.js';

export { choose, either, language, shown } from '../shared/speech.js';

export const { say, sayWord } = speaking({ ...common, ...texts });
