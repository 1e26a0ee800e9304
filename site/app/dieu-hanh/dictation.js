/** What is typed of a dictated report, and the sentences that stand at its fields. */
import * as field from '../shared/field.js';
import { readInteger } from '../shared/numbers.js';
import { say } from './language.js';

/** @typedef {import('../types').Values} Values */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/**
 * @typedef {object} Dictation
 * @property {string} code
 * @property {import('../types').Form} form
 * @property {import('../board').StaffReport} report as it stood when the question was opened
 * @property {Map<string, Control>} controls by the path that the service's problems name
 * @property {number} base the revision that this one corrects
 * @property {string} content what was sent last
 * @property {string} id the submission's
 * @property {string} asked the doubts that were asked about, as they were when it was last to be stored
 */

/** What is typed and is a number, whatever else is not. @param {Dictation} d */
export function typedValues(d) {
  const typed = Object.entries(d.form.properties).map(([name, figure]) => [name, valueOf(figure, text(d, `/figures/${name}`))]);
  return /** @type {Values} */ (Object.fromEntries(typed.filter(([, value]) => value !== null)));
}

/** @param {import('../types').Figure} figure @param {string} typed */
function valueOf(figure, typed) {
  if (!typed) return null;
  return figure.type === 'boolean' ? typed === 'true' : readInteger(typed);
}

/** @param {Dictation} d @returns {Values | string} the problem's sentence when a field is no number */
export function typedFigures(d) {
  /** @type {Values} */
  const figures = {};
  let wrong = '';
  for (const [name, figure] of Object.entries(d.form.properties)) {
    const typed = text(d, `/figures/${name}`);
    if (!typed) continue;
    const value = valueOf(figure, typed);
    if (value === null) wrong = mark(d, `/figures/${name}`, say('notWhole'));
    else figures[name] = value;
  }
  return wrong || figures;
}

/** @param {Dictation} d @param {string} path */
export const text = (d, path) => d.controls.get(path)?.value.trim() ?? '';

/** @param {Dictation} d @param {string} path */
export const ticked = (d, path) => /** @type {HTMLInputElement} */ (d.controls.get(path)).checked;

/** Says it at its field, which takes the focus. @param {Dictation} d @param {string} path @param {string} sentence */
export function mark(d, path, sentence) {
  const control = d.controls.get(path);
  return control ? field.mark(control, sentence) : sentence;
}

/** @param {Dictation} d */
export const clear = (d) => field.unmark(Object.fromEntries(d.controls));
