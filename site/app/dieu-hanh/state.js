/** What the page knows at this moment. One object, changed only by app.js, refresh.js and what a person presses. */

/** @type {import('../board').View} */
export const state = {
  campaign: null,
  session: null,
  board: null,
  before: null,
  tag: '',
  day: '',
  unit: '',
  view: '',
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

export const decides = () => state.session?.role === 'coordinator';

/** @param {string} code */
export const rowOf = (code) => state.board?.units.find((row) => row.unit.code === code) ?? null;

/** Puts a unit's row as the service has just answered it. @param {import('../board').Row} row */
export function putRow(row) {
  if (!state.board) return;
  state.board = {
    ...state.board,
    units: state.board.units.map((each) => (each.unit.code === row.unit.code ? row : each)),
  };
  state.tag = ''; // the counts are the service's: ask for the whole board again
}

/** The account that is signed in, as decisions and calls name it. */
export const ownName = () => state.session?.account ?? '';
