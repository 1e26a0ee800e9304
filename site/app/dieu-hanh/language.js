/** The board's sentences in the language the person reads. */
import { shown, speaking } from '../shared/speech.js';
import { texts as common } from '../shared/texts.js';
import { texts } from './texts.js';

export { choose, either, language, shown, titleOf } from '../shared/speech.js';

export const { say, sayWord } = speaking({ ...common, ...texts });

/** A figure's value in words. @param {import('../types').Value | undefined} value */
export const valueText = (value) =>
  value === undefined ? '–' : typeof value === 'number' ? shown(value) : say(value ? 'yes' : 'no');
