/** Two people, one report: what differs between my text and the colleague's revision, and whose each should be. */

/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('../types').Report} Report */
/** @typedef {import('../types').Value} Value */
/** @typedef {import('../types').Values} Values */
/** @typedef {import('../types').Notes} Notes */
/** @typedef {'mine' | 'theirs'} Side */
/** @typedef {{ path: string, name: string, note: boolean, mine: Value | string | undefined, theirs: Value | string | undefined, chosen: Side | null }} Difference */

const NOTES = /** @type {const} */ (['difficulties', 'proposals']);

/**
 * Chosen beforehand where only one side changed what both began from; null where the person must say.
 * @param {Kept} kept
 * @param {Values} values my figures
 * @param {Report} theirs
 * @returns {Difference[]}
 */
export function differences(kept, values, theirs) {
  const names = [...new Set([...Object.keys(values), ...Object.keys(theirs.figures)])];
  return [
    ...names.map((name) =>
      difference(`figures/${name}`, name, kept.base.figures[name], values[name], theirs.figures[name]),
    ),
    ...NOTES.map((name) =>
      difference(`notes/${name}`, name, text(kept.base.notes, name), text(kept.notes, name), text(theirs.notes, name)),
    ),
  ].filter(({ mine, theirs: other }) => mine !== other);
}

/**
 * @param {string} path @param {string} name
 * @param {Value | string | undefined} base @param {Value | string | undefined} mine @param {Value | string | undefined} theirs
 * @returns {Difference}
 */
function difference(path, name, base, mine, theirs) {
  const chosen = mine === base ? 'theirs' : theirs === base ? 'mine' : null;
  return { path, name, note: path.startsWith('notes/'), mine, theirs, chosen };
}

/**
 * Writes the choices into the draft, which then follows the colleague's revision.
 * @param {Kept} kept
 * @param {Difference[]} chosen
 * @param {Report} theirs
 */
export function settle(kept, chosen, theirs) {
  for (const { name, note, mine, theirs: other, chosen: side } of chosen) {
    const value = side === 'theirs' ? other : mine;
    if (note) kept.notes[/** @type {typeof NOTES[number]} */ (name)] = String(value ?? '');
    else kept.typed[name] = value === undefined ? '' : String(value);
  }
  kept.explanations = { ...theirs.explanations, ...kept.explanations };
  kept.base_revision = theirs.revision;
  kept.base = { figures: theirs.figures, notes: theirs.notes };
  kept.newer = null;
}

/** @param {Notes} notes @param {typeof NOTES[number]} name */
const text = (notes, name) => notes[name]?.trim() || undefined;
