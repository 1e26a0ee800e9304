/** The day's last edition, as far as this page has heard: until there is one, a report that has not come is only overdue. */
import * as clock from '../shared/clock.js';
import * as api from './api.js';
import { state } from './state.js';
import { today } from './times.js';

/** @typedef {import('../board').EditionRow} EditionRow */

const EVERY_MS = 60_000;
/** @type {{ day: string, at: number, last: EditionRow | null }} */
const heard = { day: '', at: 0, last: null };

/** The last edition of the day shown. */
export const lastIssued = () => (heard.day === state.day ? heard.last : null);

/** @param {string} day @param {EditionRow[]} editions */
export const hearEditions = (day, editions) =>
  void Object.assign(heard, { day, at: Date.now(), last: editions[editions.length - 1] ?? null });

/** Asked for once a minute, from the deadline on. */
export async function askEditions() {
  const { board, day } = state;
  const isFresh = heard.day === day && Date.now() - heard.at < EVERY_MS;
  if (!board || isFresh || clock.now() < Date.parse(board.deadline)) return;
  const answer = await api.editions(board.campaign, day);
  if (answer.ok) hearEditions(day, answer.body.editions);
}

/** Notes whether the day is closed: it has an edition, or its hour is over. @returns {boolean} whether that is news */
export function turnClosed() {
  const { board, closed: before } = state;
  if (!board) return false;
  state.closed = board.day !== today() || lastIssued() !== null || clock.now() >= Date.parse(board.edition_deadline);
  return state.closed !== before;
}
