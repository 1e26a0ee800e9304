/** One report in two tabs of a phone: what either has changed since both had the same, and what only the person can decide. */

/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('../types').Rival} Rival */
/** @typedef {Record<string, string | undefined>} Texts */

const TYPED = /** @type {const} */ (['typed', 'notes', 'explanations']);
const MOST_IDS = 20;

/**
 * Both tabs' work. Where both changed the same entry, mine stays and theirs waits in `rival`, and nothing is sent until the
 * person has chosen.
 * @param {Kept} mine
 * @param {Kept} base what this tab last wrote or read
 * @param {Kept | undefined} theirs what lies in the storage now
 * @returns {Kept}
 */
export function together(mine, base, theirs) {
  if (!theirs || same(theirs, base)) return mine;
  const met = Object.fromEntries(TYPED.map((name) => [name, entries(mine[name], base[name], theirs[name])]));
  const rival = clashes(mine, base, theirs);
  return {
    ...mine,
    ...met,
    ...fate(mine, base, theirs),
    ...(rival ? { changed: true, sending: null } : {}),
    rival,
    nothing: later(mine.nothing, base.nothing, theirs.nothing),
    newer: later(mine.newer, base.newer, theirs.newer),
    saved_at: Math.max(mine.saved_at, theirs.saved_at),
    sent_ids: [...new Set([...theirs.sent_ids, ...mine.sent_ids])].slice(-MOST_IDS),
  };
}

/** What was sent and received: of whoever went on typing, else of whoever did something. @param {Kept} mine @param {Kept} base @param {Kept} theirs */
function fate(mine, base, theirs) {
  const [i, they] = [edited(mine, base), edited(theirs, base)];
  const stood = theirs.base_revision > mine.base_revision ? theirs : mine;
  const from = i === they ? null : i ? mine : theirs;
  return {
    base_revision: stood.base_revision,
    base: stood.base,
    changed: from ? from.changed : i ? mine.changed || theirs.changed : later(mine.changed, base.changed, theirs.changed),
    sending: from ? from.sending : i ? null : later(mine.sending, base.sending, theirs.sending),
    trouble: later(mine.trouble, base.trouble, theirs.trouble),
  };
}

/** @param {Kept} kept @param {Kept} base */
const edited = (kept, base) => TYPED.some((name) => !same(kept[name], base[name])) || kept.nothing !== base.nothing;

/** @param {Texts} mine @param {Texts} base @param {Texts} theirs */
const entries = (mine, base, theirs) =>
  Object.fromEntries(namesOf(mine, theirs).map((name) => [name, later(mine[name], base[name], theirs[name]) ?? '']));

/** @param {Kept} mine @param {Kept} base @param {Kept} theirs @returns {Rival | null} */
function clashes(mine, base, theirs) {
  const found = TYPED.map((name) => clashing(mine[name], base[name], theirs[name]));
  const [typed, notes, explanations] = found.map((each) => Object.fromEntries(each));
  const before = later(mine.rival, base.rival, theirs.rival) ?? null;
  if (found.every((each) => each.length === 0)) return before;
  return {
    typed: { ...before?.typed, ...typed },
    notes: { ...before?.notes, ...notes },
    explanations: { ...before?.explanations, ...explanations },
  };
}

/** What they say where all three differ. @param {Texts} mine @param {Texts} base @param {Texts} theirs */
const clashing = (mine, base, theirs) =>
  namesOf(mine, theirs)
    .map((name) => [mine, base, theirs].map((texts) => text(texts, name)).concat(name))
    .filter(([i, was, they]) => i !== they && i !== was && they !== was)
    .map(([, , they, name]) => [name, they]);

/** @template T @param {T} mine @param {T} base @param {T} theirs @returns {T} mine where both changed it */
const later = (mine, base, theirs) => (same(mine, base) ? theirs : mine);

/** @param {Texts} texts @param {string} name */
const text = (texts, name) => texts[name]?.trim() ?? '';

/** @param {...object} all */
const namesOf = (...all) => [...new Set(all.flatMap(Object.keys))];

/** @param {unknown} a @param {unknown} b */
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
