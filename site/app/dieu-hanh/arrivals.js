/** When the day's reports came in: pure functions over a board. Times are milliseconds. */

/** @typedef {import('../board').Board} Board */

export const STEP_MS = 15 * 60_000;
const BEFORE_DEADLINE_MS = 2 * 3600_000;

/** @param {import('../board').Row} row */
const wasOnTime = (row) => (row.was ?? row.state) === 'on_time';
/** @param {string | null} time */
const at = (time) => (time ? Date.parse(time) : Infinity);

/** How many reports had come on time by a moment. @param {Board} board @param {number} moment */
export const onTimeBy = (board, moment) =>
  board.units.filter((row) => wasOnTime(row) && at(row.first_received_at) <= moment).length;

/**
 * Reports per quarter of an hour, from two hours before the deadline until the edition; the first holds all before it.
 * @param {Board} board
 * @returns {{ from: number, count: number, late: boolean }[]}
 */
export function quarters(board) {
  const deadline = Date.parse(board.deadline);
  const start = deadline - BEFORE_DEADLINE_MS - STEP_MS;
  const steps = Math.ceil((Math.max(Date.parse(board.edition_deadline), deadline) - start) / STEP_MS);
  const counts = Array.from({ length: steps }, (_, step) => ({
    from: start + step * STEP_MS,
    count: 0,
    late: start + step * STEP_MS >= deadline,
  }));
  for (const row of board.units) {
    const step = Math.max(0, Math.floor((at(row.first_received_at) - start) / STEP_MS));
    const quarter = counts[step];
    if (quarter) quarter.count += 1;
  }
  return counts;
}
