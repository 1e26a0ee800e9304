/** What the page knows at this moment. One object, changed only by app.js, refresh.js and what a person presses. */

import { withRow } from './merge.js';

/** Nothing has been read, or what was is not to be relied on: the next answers tell everything. */
export const UNREAD = Object.freeze({ tag: '', reach: Object.freeze({ tag: '', at: 0 }) });

/** @type {import('../board').View} */
export const state = {
  campaign: null,
  session: null,
  board: null,
  before: null,
  ...UNREAD,
  day: '',
  unit: '',
  view: '',
  closed: false,
  signedOut: false,
  unreachable: false,
  show: 'all',
  sort: 'need',
  kind: 'all',
  query: '',
  selections: new Map(),
  forms: new Map(),
};

/** The units that are ticked, each day its own: who goes to another day and comes back finds them still ticked. */
export function selected() {
  const known = state.selections.get(state.day) ?? new Set();
  state.selections.set(state.day, known);
  return known;
}

// Somebody may have several roles: what counts is what they may do.
const DECIDING = 'POST /v1/campaigns/{c}/days/{d}/excuse';
export const decides = () => state.session?.may.includes(DECIDING) ?? false;

/** @param {string} code */
export const rowOf = (code) => state.board?.units.find((row) => row.unit.code === code) ?? null;

/** Puts a unit's row as the service has just answered it. @param {import('../board').Row} row */
export function putRow(row) {
  if (state.board) state.board = withRow(state.board, row);
}

/** The account that is signed in, as decisions and calls name it. */
export const ownName = () => state.session?.account ?? '';
