/** What became of a wave's messages, as counts in the order in which they are told: pure functions. */

/** @typedef {import('../../reminders').Counts} Counts */
/** @typedef {import('../../reminders').Wave} Wave */
/** @typedef {'well' | 'bad' | 'open' | 'soft'} Look */
/** @typedef {{ what: string, count: number, look: Look }} Counted */

const LATEST_MS = 10 * 60_000;
const NEAR = 0.8;
/** @type {Record<string, Look>} */
const FATES = { delivered: 'well', delayed: 'open', undelivered: 'bad', bounced: 'bad', complained: 'bad' };
/** Why something was not to leave; other reasons are of messages that failed or that nobody knows of. */
const SKIPPED = [
  ...['reported', 'excused', 'paused', 'limit', 'stopped', 'quiet', 'expired'],
  ...['not_late', 'nobody_missing', 'gone', 'done'],
];

/** Nothing that is none. @param {Counts} told @returns {Counted[]} */
export function counted({ counts, reasons, fates }) {
  const of = (/** @type {string} */ state) => counts[state] ?? 0;
  const sent = of('SENT');
  const said = Object.values(fates).reduce((sum, count) => sum + count, 0);
  const skipped = SKIPPED.map((reason) => one(reason, reasons[reason] ?? 0, reason === 'limit' ? 'bad' : 'soft'));
  const rest = of('SKIPPED') - skipped.reduce((sum, { count }) => sum + count, 0);
  const all = [
    one('sent', sent, 'well'),
    ...Object.entries(FATES).map(([fate, look]) => one(fate, fates[fate] ?? 0, look)),
    one('untold', said ? Math.max(0, sent - said) : 0, 'open'),
    one('waiting', of('PENDING') + of('CLAIMED'), 'open'),
    one('unknown', of('UNKNOWN'), 'bad'),
    one('failed', of('FAILED'), 'bad'),
    ...skipped,
    one('other', Math.max(0, rest), 'soft'),
  ];
  return all.filter(({ count }) => count > 0);
}

/** @param {string} what @param {number} count @param {Look} look @returns {Counted} */
const one = (what, count, look) => ({ what, count, look });

/**
 * A wave of which nothing is stored long after its hour has not run, whether or not anybody could write that down; one
 * whose messages have all ended is over, though the next tick alone writes it down.
 * @param {Pick<Wave, 'state' | 'at' | 'counts'>} wave
 * @param {number} now
 * @returns {Wave['state']}
 */
export function stateOf({ state, at, counts }, now) {
  if (state === 'coming') return now >= Date.parse(at) + LATEST_MS ? 'missed' : state;
  const isOpen = ['PENDING', 'CLAIMED', 'UNKNOWN'].some((each) => counts[each]);
  return state === 'made' && counts.SENT && !isOpen ? 'closed' : state;
}

/** @param {number} spent @param {number} limit @returns {'over' | 'near' | 'within'} */
export const reach = (spent, limit) => (spent >= limit ? 'over' : spent >= limit * NEAR ? 'near' : 'within');

/** Days from one day to another, both YYYY-MM-DD. @param {string} from @param {string} to */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
