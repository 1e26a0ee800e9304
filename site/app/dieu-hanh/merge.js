/** The board put together from answers that tell only what has changed: pure functions. */
import { countsOf } from './by_clock.js';

/** @typedef {import('../board').Board} Board */
/** @typedef {import('../board').Row} Row */
/** @typedef {import('../board').ReportChanges} ReportChanges */
/** @typedef {import('../board').MessageChanges} MessageChanges */

/** @type {Pick<Row, 'contacts' | 'messages'>} */
const NOT_ASKED = { contacts: [], messages: { tried: 0, last: null } };

/** What has come and was decided; the same object when it is nothing. @param {Board | null} board @param {ReportChanges} told @returns {Board} */
export function withReports(board, { whole, units, server_time: _, ...head }) {
  const known = new Map(board?.units.map((row) => [row.unit.code, row]));
  const told = units.map((line) => ({ ...NOT_ASKED, ...reachOf(known.get(line.unit.code)), ...line }));
  const rows = whole || !board ? told : replaced(board.units, told);
  const after = { ...head, units: rows, counts: countsOf(rows) };
  return board && rows === board.units && headOf(after) === headOf(board) ? board : after;
}

/** All but the counts, which follow from the rows. @param {Board} board */
const headOf = (board) => JSON.stringify({ ...board, units: [], counts: {} });

/** Whom to ring and what was sent. @param {Board} board @param {MessageChanges} told @returns {Board} */
export function withMessages(board, { units }) {
  const known = new Map(board.units.map((row) => [row.unit.code, row]));
  const told = units.flatMap(({ unit, ...reach }) => {
    const row = known.get(unit);
    return row ? [{ ...row, ...reach }] : [];
  });
  return told.length ? { ...board, units: replaced(board.units, told) } : board;
}

/** One unit's row, as the service has just answered it. @param {Board} board @param {Row} row @returns {Board} */
export function withRow(board, row) {
  const units = replaced(board.units, [row]);
  return { ...board, units, counts: countsOf(units) };
}

/** @param {Row | undefined} row */
const reachOf = (row) => row && { contacts: row.contacts, messages: row.messages };

/** @param {Row[]} rows @param {Row[]} others */
function replaced(rows, others) {
  if (!others.length) return rows;
  const by = new Map(others.map((row) => [row.unit.code, row]));
  return rows.map((row) => by.get(row.unit.code) ?? row);
}
