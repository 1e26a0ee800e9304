/** The edition's sentences in the language the person reads, and its numbers. */
import { writePercent } from '../shares.js';
import * as speech from '../../shared/speech.js';
import { words } from '../../shared/words.js';
import { texts } from './texts.js';

export const { say, sayWord } = speech.speaking({ ...words, ...texts });

/** 6213 reads “62,13%”; a dash when it is not known. @param {number | null} share hundredths of a percent */
export const percent = (share) => writePercent(share, speech.language());

/** “+1.234”, “−5”, “0”; a dash when it is not known. @param {number | null} change */
export const signed = (change) =>
  change === null ? '–' : `${change > 0 ? '+' : change < 0 ? '−' : ''}${speech.shown(Math.abs(change))}`;

/** A change of a share, in points. @param {number | null} change hundredths of a point */
export function points(change) {
  if (change === null) return '–';
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  return sign + percent(Math.abs(change)).replace('%', '');
}

/** @param {number | null} total */
export const total = (total) => (total === null ? '–' : speech.shown(total));

/** @param {number} bytes */
export const size = (bytes) => `${speech.shown(Math.max(1, Math.round(bytes / 1024)))} KB`;
