/** What a coordinator has to do about a unit, most pressing first: pure functions over the board's rows. */
import { ownName } from './state.js';

/** @typedef {import('../board').Row} Row */
/** @typedef {import('../board').Need} Need */

/** @type {Need[]} */
export const NEEDS = ['own_call', 'promise', 'to_call', 'awaited', 'in_hand', 'doubtful', 'late', 'partial', 'fine'];

/** “Will send by 16:20”, it is later, nothing has come; an excused unit has said why. @param {Row} row */
export const overdue = (row) => row.promise_broken && row.state !== 'excused';

/** Nothing has come, or what came was sent back. @param {Row} row */
const owes = ({ state, flags }) => state === 'missing' || state === 'expected' || flags.includes('returned');

/** @param {Row} row @returns {Need} */
export function need(row) {
  if (row.calling && row.calling === ownName()) return 'own_call';
  if (overdue(row)) return 'promise';
  if (owes(row) && (row.calling || promised(row))) return 'in_hand';
  if (row.state === 'missing') return 'to_call';
  if (row.state === 'expected') return 'awaited';
  if (row.unexplained > 0 || row.flags.includes('returned')) return 'doubtful';
  if (row.state === 'late') return 'late';
  return row.flags.includes('partial') ? 'partial' : 'fine';
}

/** A promise whose hour is still to come, and nothing since. @param {Row} row */
const promised = ({ call, revision }) => call?.outcome === 'will_send' && revision <= call.revision;

/** Within one need: whose promise ended first, who was never called, then who was called longest ago. @param {Row} row */
function since(row) {
  const kind = need(row);
  if (kind === 'promise') return row.call?.send_by ?? '';
  if (kind === 'in_hand') return row.calling ? '' : (row.call?.send_by ?? '');
  if (kind === 'to_call' || kind === 'awaited') return row.call?.at ?? '';
  return kind === 'late' && !row.flags.includes('claimed_on_time') ? '1' : '';
}

/** @param {Row} a @param {Row} b */
export const urgency = (a, b) => NEEDS.indexOf(need(a)) - NEEDS.indexOf(need(b)) || compared(since(a), since(b));

/** @param {string} a @param {string} b */
const compared = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
