/** Which rows are shown, and in which order: pure functions over the board's rows. */
import { folded, matching } from '../shared/fold.js';
import { need, overdue, urgency } from './need.js';

export { folded };

/** @typedef {import('../board').Row} Row */
/** @typedef {Pick<import('../board').View, 'show' | 'sort' | 'kind' | 'query'>} Wanted */

const collator = new Intl.Collator('vi');

/** @type {Map<string, string>} */
const searched = new Map();

/** What a search looks at: computed once per unit. @param {Row} row */
function wordsOf({ unit }) {
  const known = searched.get(unit.code);
  if (known !== undefined) return known;
  const words = folded(`${unit.code} ${unit.names.vi} ${unit.names.en}`);
  searched.set(unit.code, words);
  return words;
}

/** @type {Record<import('../board').Show, (row: Row) => boolean>} */
export const SHOWN = {
  all: () => true,
  expected: (row) => row.state === 'expected',
  on_time: (row) => row.state === 'on_time',
  late: (row) => row.state === 'late',
  missing: (row) => row.state === 'missing',
  excused: (row) => row.state === 'excused',
  partial: (row) => row.flags.includes('partial'),
  phoned_in: (row) => row.flags.includes('phoned_in'),
  returned: (row) => row.flags.includes('returned'),
  with_findings: (row) => row.unexplained > 0,
  calls_due: overdue,
  in_hand: (row) => need(row) === 'in_hand',
};

/** @param {Row[]} rows @param {Wanted} wanted */
export function shownRows(rows, wanted) {
  const kept = rows.filter(
    (row) => SHOWN[wanted.show](row) && (wanted.kind === 'all' || row.unit.kind === wanted.kind),
  );
  return matching(kept, wanted.query, wordsOf).sort(ORDERS[wanted.sort]);
}

/** “Phường Ba Đình” is looked for under B. @param {Row} row */
const nameOf = (row) => row.unit.names.vi.replace(/^(phường|xã) /i, '');

/** @param {Row} a @param {Row} b */
const byName = (a, b) => collator.compare(nameOf(a), nameOf(b)) || a.unit.code.localeCompare(b.unit.code);

/** @type {Record<import('../board').Sort, (a: Row, b: Row) => number>} */
const ORDERS = {
  need: (a, b) => urgency(a, b) || byName(a, b),
  name: byName,
  findings: (a, b) => b.unexplained - a.unexplained || b.findings - a.findings || byName(a, b),
  time: (a, b) => (b.received_at ?? '').localeCompare(a.received_at ?? '') || byName(a, b),
};
