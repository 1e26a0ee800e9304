/** What the phone remembers: reports (`reports`, by campaign/unit/day) and the last answers seen (`seen`, by name). */
import { tell } from '../shared/news.js';
import { Store } from '../shared/store.js';
import { begin, isPractice } from './report.js';
import { together } from './tabs.js';
import { noteWaiting } from './waits.js';

/** @typedef {import('../types').Kept} Kept */

const store = new Store('giaoban', /** @type {const} */ (['reports', 'seen']));

/** What this tab last wrote or read of each: by it, it knows what another tab has changed since. @type {WeakMap<Kept, Kept>} */
const bases = new WeakMap();

/** The same of reports that this page has in its memory alone, by their keys. @type {Map<string, Kept>} */
const unwritten = new Map();

/** One write after the other: each begins from what the one before has left. */
let writing = Promise.resolve();

/**
 * Whether the report as it stands stays after the page is closed: it was written, and read back. Every promise rests on this.
 * @param {Kept} kept
 */
export const isSafe = (kept) => store.lasting() && store.holds('reports', kept.key);

/** Writes the report, and takes over what another tab has written since. @param {Kept} kept @returns {Promise<void>} */
export const keep = (kept) => (isPractice(kept) ? Promise.resolve() : (writing = writing.then(() => write(kept))));

/** @param {Kept} kept */
async function write(kept) {
  if (kept.sending) noteWaiting(true);
  const [mine, base] = [copied(kept), baseOf(kept)];
  const made = await store.change('reports', kept.key, (found) => together(mine, base, found));
  if (!store.holds('reports', kept.key)) unwritten.set(kept.key, base);
  takeOver(kept, mine, made, store.holds('reports', kept.key) ? made : base);
}

/** Writes what is not written yet, or was not when it was tried. @param {Kept} kept @returns {Promise<void>} */
export async function keepAgain(kept) {
  if (!same(kept, baseOf(kept)) || ((kept.changed || kept.sending) && !isSafe(kept))) await keep(kept);
}

/** Takes over what another tab has written, and writes nothing. @param {Kept} kept @returns {Promise<void>} */
export async function lookAgain(kept) {
  if (isPractice(kept)) return;
  await writing;
  const found = store.holds('reports', kept.key) && (await store.get('reports', kept.key));
  if (found) takeOver(kept, baseOf(kept), found, found);
}

/** @param {Kept} kept @param {Kept} before what it was when the storage was asked @param {Kept} found @param {Kept} base */
function takeOver(kept, before, found, base) {
  const met = together(copied(kept), before, found);
  bases.set(kept, copied(base));
  if (same(met, kept)) return;
  Object.assign(kept, met);
  tell('merged');
}

/** @param {Kept} kept */
const baseOf = (kept) => bases.get(kept) ?? begin(kept.campaign, { code: kept.unit, kind: kept.kind, names: kept.names }, kept.day);

/** @param {unknown} a @param {unknown} b */
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** @template T @param {T} value @returns {T} */
const copied = (value) => JSON.parse(JSON.stringify(value));

/** @param {string} key @returns {Promise<Kept | undefined>} */
export const kept = async (key) => read(await store.get('reports', key));

/** @template {Kept | undefined} T @param {T} found @returns {T} */
function read(found) {
  const base = found && (store.holds('reports', found.key) ? copied(found) : unwritten.get(found.key));
  if (base) bases.set(found, base);
  return found;
}

/** @param {string} key */
export const forget = (key) => store.remove('reports', key);

/** @returns {Promise<Kept[]>} */
export const allKept = async () => (await store.all('reports')).map(read);

/** What is typed or on its way, the newest day first. @returns {Promise<Kept[]>} */
export async function unsent() {
  const waiting = (await allKept()).filter(({ changed, sending }) => changed || sending);
  return waiting.sort((a, b) => b.day.localeCompare(a.day));
}

/** @param {string} name @param {unknown} value */
export const remember = (name, value) => store.put('seen', name, value);

/** @param {string} name @returns {Promise<any>} */
export const seen = (name) => store.get('seen', name);
