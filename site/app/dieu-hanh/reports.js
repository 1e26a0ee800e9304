/** Reports of single days, asked for few at a time; a past day's is kept as long as the page is open. */
import * as api from './api.js';
import { state } from './state.js';
import { today } from './times.js';

/** @typedef {import('../board').StaffReport} StaffReport */

const AT_ONCE = 6;
/** @type {Map<string, StaffReport>} */
const kept = new Map();
/** @type {(() => void)[]} */
const waiting = [];
let asking = 0;

/** @param {string} day @param {string} unit @returns {Promise<StaffReport | null>} null when it could not be had */
export async function reportOf(day, unit) {
  const key = `${day} ${unit}`;
  const known = kept.get(key);
  if (known) return known;
  await turn();
  const answer = await api.report(state.campaign?.slug ?? '', day, unit);
  asking -= 1;
  waiting.shift()?.();
  if (answer.ok && day < today()) kept.set(key, answer.body);
  return answer.ok ? answer.body : null;
}

/** Forgets what is kept of a unit: something about it has changed. @param {string} unit */
export function forget(unit) {
  for (const key of kept.keys()) if (key.endsWith(` ${unit}`)) kept.delete(key);
}

/** Waits until fewer than AT_ONCE are under way. */
async function turn() {
  if (asking >= AT_ONCE) await new Promise((go) => waiting.push(() => go(null)));
  asking += 1;
}

/** Asks for the form once. @param {string} kind @returns {Promise<import('../types').Form | null>} */
export async function formOf(kind) {
  const known = state.forms.get(kind);
  if (known) return known;
  const answer = await api.form(state.campaign?.slug ?? '', kind);
  if (answer.ok) state.forms.set(kind, answer.body);
  return answer.ok ? answer.body : null;
}
