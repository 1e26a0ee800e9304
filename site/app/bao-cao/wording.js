/** A report in words: for the chat group, and whole, for a file that can be read out on the telephone. */
import * as clock from '../shared/clock.js';
import { either, language, say, shown, titleOf } from './language.js';
import { readInteger } from '../shared/numbers.js';

/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('../types').Report} Report */

/** @param {Kept} kept @param {Report} report */
export const forChat = (kept, report) =>
  say('chat', {
    unit: either(kept.names),
    day: clock.shortDay(kept.day),
    revision: report.revision,
    time: report.received_at ? clock.hour(report.received_at) : '–',
    receipt: report.receipt ?? '–',
  });

/** @param {Kept} kept @param {import('../types').Form | null} form */
export function asFile(kept, form) {
  const figures = Object.entries(kept.typed)
    .filter(([, typed]) => typed.trim())
    .map(([name, typed]) => `${titleOf(form?.properties[name] ?? { title: name, title_en: name })}: ${typedWord(typed)}`);
  const notes = /** @type {const} */ (['difficulties', 'proposals'])
    .filter((name) => kept.notes[name]?.trim())
    .map((name) => `${say(name)}: ${kept.notes[name]}`);
  return [
    `${either(kept.names)} (${kept.unit})`,
    clock.longDay(kept.day, language()),
    say('fileNotSent'),
    '',
    ...figures,
    ...notes,
    '',
    JSON.stringify(kept.sending ?? { figures: kept.typed, notes: kept.notes }),
    '',
  ].join('\r\n');
}

/** @param {Kept} kept */
export const fileName = (kept) => `bao-cao-${kept.unit}-${kept.day}.txt`;

/** What was typed, as it is read. @param {string} typed */
export function typedWord(typed) {
  if (typed === 'true' || typed === 'false') return say(typed === 'true' ? 'yes' : 'no');
  const number = readInteger(typed);
  return number === null ? typed : shown(number);
}
