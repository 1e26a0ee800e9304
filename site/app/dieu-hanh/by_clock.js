/**
 * What the clock alone changes on the board: pure functions, the service's own rules (giaoban/reports/state.py and
 * decision.py, giaoban/board/views.py), held together by schemas/vectors/clock.json.
 */

/** @typedef {import('../board').Board} Board */
/** @typedef {import('../board').Row} Row */
/** @typedef {Board['counts']} Counts */

const CALLING_LASTS_MS = 5 * 60_000;
const OWED = ['expected', 'missing'];
/** @type {import('../board').State[]} */
const STATES = ['expected', 'on_time', 'late', 'missing', 'excused'];
/** @type {Row['flags']} */
const FLAGS = ['partial', 'phoned_in', 'returned'];

/** The board as it stands at that moment; the same object when nothing has changed. @param {Board} board @param {number} now */
export function boardAt(board, now) {
  const deadline = Date.parse(board.deadline);
  const units = board.units.map((row) => rowAt(row, deadline, now));
  if (units.every((row, index) => row === board.units[index])) return board;
  return { ...board, units, counts: countsOf(units) };
}

/** @param {Row} row @param {number} deadline @param {number} now @returns {Row} */
export function rowAt(row, deadline, now) {
  const owed = now < deadline ? 'expected' : 'missing';
  const then = {
    state: OWED.includes(row.state) ? owed : row.state,
    was: row.was && OWED.includes(row.was) ? owed : row.was,
    calling: callingAt(row, now),
    promise_broken: brokenAt(row, now),
  };
  const isSame = Object.entries(then).every(([name, value]) => row[/** @type {keyof Row} */ (name)] === value);
  return isSame ? row : /** @type {Row} */ ({ ...row, ...then });
}

/** Who is on the telephone: for five minutes after saying so. @param {Row} row @param {number} now */
const callingAt = ({ call }, now) =>
  call?.outcome === 'calling' && now < Date.parse(call.at) + CALLING_LASTS_MS ? call.by : null;

/** “Will send by 16:20”, it is later, and nothing has come since the call. @param {Row} row @param {number} now */
const brokenAt = ({ call, revision }, now) =>
  !!call?.send_by && now >= Date.parse(call.send_by) && revision <= call.revision;

/** @param {Row[]} rows @returns {Counts} */
export function countsOf(rows) {
  /** @param {(row: Row) => boolean} is */
  const count = (is) => rows.filter(is).length;
  return /** @type {Counts} */ ({
    due: rows.length,
    ...Object.fromEntries(STATES.map((state) => [state, count((row) => row.state === state)])),
    ...Object.fromEntries(FLAGS.map((flag) => [flag, count((row) => row.flags.includes(flag))])),
    with_findings: count((row) => row.unexplained > 0),
  });
}
