/** Two people, one report: what differs between my text and the colleague's revision, and whose each should be. */
import { difference, settled } from '../shared/conflict.js';
import { noLongerAsked } from './report.js';

/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('../types').Report} Report */
/** @typedef {import('../types').Value} Value */
/** @typedef {import('../types').Values} Values */
/** @typedef {import('../types').Notes} Notes */
/** @typedef {import('../shared/conflict.js').Difference<Value | string>} Difference */

const NOTES = /** @type {const} */ (['difficulties', 'proposals']);

/**
 * @param {Kept} kept
 * @param {Values} values my figures
 * @param {Report} theirs
 * @returns {Difference[]}
 */
export function differences(kept, values, theirs) {
  const asked = Object.keys(theirs.figures).filter((name) => !(name in noLongerAsked(theirs)));
  const names = [...new Set([...Object.keys(values), ...asked])];
  return [
    ...names.map((name) =>
      difference(`figures/${name}`, kept.base.figures[name], values[name], theirs.figures[name]),
    ),
    ...NOTES.map((name) =>
      difference(`notes/${name}`, text(kept.base.notes, name), text(kept.notes, name), text(theirs.notes, name)),
    ),
  ].filter(({ mine, theirs: other }) => mine !== other);
}

/**
 * Writes the choices into the draft, which then follows the colleague's revision.
 * @param {Kept} kept
 * @param {Difference[]} chosen
 * @param {Report} theirs
 */
export function settle(kept, chosen, theirs) {
  for (const each of chosen) {
    const value = settled(each);
    const name = nameOf(each);
    if (isNote(each)) kept.notes[/** @type {typeof NOTES[number]} */ (name)] = String(value ?? '');
    else kept.typed[name] = value === undefined ? '' : String(value);
  }
  kept.explanations = { ...theirs.explanations, ...kept.explanations };
  kept.base_revision = theirs.revision;
  kept.base = { figures: theirs.figures, notes: theirs.notes };
  kept.newer = null;
}

const TYPED = /** @type {const} */ (['typed', 'notes', 'explanations']);

/** What two tabs of this phone say of the same entry. @param {Kept} kept @returns {Difference[]} */
export const rivals = (kept) =>
  TYPED.flatMap((kind) =>
    Object.entries(kept.rival?.[kind] ?? {}).map(([name, theirs]) => ({
      path: `${kind}/${name}`,
      mine: kept[kind][/** @type {'difficulties'} */ (name)] ?? '',
      theirs,
      chosen: null,
    })),
  );

/** Writes the choices into the draft. @param {Kept} kept @param {Difference[]} chosen */
export function settleRivals(kept, chosen) {
  for (const each of chosen) {
    const [kind] = /** @type {[typeof TYPED[number]]} */ (each.path.split('/'));
    kept[kind] = { ...kept[kind], [nameOf(each)]: String(settled(each)) };
  }
  kept.rival = null;
}

/** What the service calls it. @param {Difference} difference */
export const nameOf = ({ path }) => path.slice(path.indexOf('/') + 1);

/** @param {Difference} difference */
export const isNote = ({ path }) => path.startsWith('notes/');

/** @param {Notes} notes @param {typeof NOTES[number]} name */
const text = (notes, name) => notes[name]?.trim() || undefined;
