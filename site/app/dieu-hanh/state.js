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
  signedOut: false,
  unreachable: false,
  show: 'all',
  sort: 'need',
  kind: 'all',
  query: '',
  selected: new Set(),
  forms: new Map(),
};

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

const OWN_NAME = 'giaoban.board.name.';

/** The coordinator's own account name, known from the first decision made here. */
export const ownName = () => remembered(OWN_NAME + (state.session?.link ?? ''));

/** @param {string} name */
export function learnName(name) {
  try {
    sessionStorage.setItem(OWN_NAME + (state.session?.link ?? ''), name);
  } catch {
    /* storage is forbidden: the name is typed again */
  }
}

/** @param {string} key */
function remembered(key) {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
