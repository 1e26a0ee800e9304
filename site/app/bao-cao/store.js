/** What the phone remembers: reports (`reports`, by campaign/unit/day) and the last answers seen (`seen`, by name). */
import { Store } from '../shared/store.js';
import { isPractice } from './report.js';

/** @typedef {import('../types').Kept} Kept */

const store = new Store('giaoban', /** @type {const} */ (['reports', 'seen']));

/** Whether what is written stays after the page is closed. */
export const lasting = () => store.lasting();

/** @param {Kept} kept @returns {Promise<void>} */
export const keep = async (kept) => {
  if (!isPractice(kept)) await store.put('reports', kept.key, kept);
};

/** @param {string} key @returns {Promise<Kept | undefined>} */
export const kept = (key) => store.get('reports', key);

/** @param {string} key */
export const forget = (key) => store.remove('reports', key);

/** @returns {Promise<Kept[]>} */
export const allKept = () => store.all('reports');

/** What is typed or on its way, the newest day first. @returns {Promise<Kept[]>} */
export async function unsent() {
  const waiting = (await allKept()).filter(({ changed, sending }) => changed || sending);
  return waiting.sort((a, b) => b.day.localeCompare(a.day));
}

/** @param {string} name @param {unknown} value */
export const remember = (name, value) => store.put('seen', name, value);

/** @param {string} name @returns {Promise<any>} */
export const seen = (name) => store.get('seen', name);
