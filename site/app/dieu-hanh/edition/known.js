/** What the edition's view knows: the day's editions, the draft, and the frozen ones that were looked at. */
import * as clock from '../../shared/clock.js';
import { hearEditions } from '../issued.js';
import { formOf } from '../reports.js';
import { state } from '../state.js';
import * as calls from './calls.js';

/** @typedef {import('../../board').Edition} Edition */

/** Of a day of which nothing is known yet. @param {string} day @returns {import('../../board').EditionView} */
const blank = (day) => ({
  day,
  list: null,
  draft: null,
  last: null,
  chosen: null,
  read: null,
  before: null,
  week: null,
  asked: false,
});

export const known = blank('');

const DAYS_OF_A_WEEK = 7;
/** Frozen editions never change: asked for once, by their hash. @type {Map<string, Edition>} */
const frozen = new Map();
/** @type {Promise<void> | null} */
let going = null;

/** One at a time: whoever asks while one is under way gets the next. @param {boolean} isNews a new draft is wanted */
export async function load(isNews) {
  while (going) await going;
  going = look(isNews).finally(() => {
    going = null;
  });
  return going;
}

/** @param {boolean} isNews */
async function look(isNews) {
  const { day } = state;
  if (known.day !== day) Object.assign(known, blank(day));
  const [listed, early] = await Promise.all([calls.editions(day), isNews ? calls.draft(day) : null]);
  if (state.day !== day) return;
  if (listed.ok) known.list = listed.body;
  if (listed.ok) hearEditions(day, listed.body.editions);
  const drafted = early?.ok && !isOld(early.body) ? early : isOld(known.draft) ? await calls.draft(day) : early;
  if (state.day !== day) return;
  if (drafted?.ok) known.draft = drafted.body;
  await lookBack(day);
  known.asked = true;
}

/**
 * Whether a draft is of another state than the list: an edition was issued, or the remarks were changed.
 * @param {Edition | null} draft
 */
const isOld = (draft) =>
  !draft ||
  (known.list !== null &&
    (draft.edition !== known.list.editions.length + 1 || draft.remarks.number !== known.list.remarks.number));

/** The last edition, the one that is read, and the one of the day before. @param {string} day */
async function lookBack(day) {
  const rows = known.list?.editions ?? [];
  const [last] = await Promise.all([
    frozenOf(day, rows[rows.length - 1]),
    ...(state.board ? ['commune', 'department'].map(formOf) : []),
  ]);
  if (state.day !== day) return;
  known.last = rows.length ? (last ?? known.last) : null;
  const read = (await frozenOf(day, rows[numberRead() - 1])) ?? known.draft;
  const previous = read?.previous;
  const [before, week] = await Promise.all([previous ? frozenOf(previous.day, previous) : null, weekBefore(day)]);
  if (state.day !== day) return;
  Object.assign(known, { read, before, week });
}

/** The last edition of the same weekday a week ago, asked for once. @param {string} day */
async function weekBefore(day) {
  const then = clock.daysAfter(day, -DAYS_OF_A_WEEK);
  if (known.week?.day === then || then < (state.campaign?.first_day ?? day)) return known.week;
  const answer = await calls.editions(then);
  return answer.ok ? frozenOf(then, answer.body.editions.slice(-1)[0]) : null;
}

/**
 * @param {string} day
 * @param {{ edition: number, sha256: string } | undefined} named
 * @returns {Promise<Edition | null>}
 */
async function frozenOf(day, named) {
  if (!named) return null;
  const held = frozen.get(named.sha256);
  if (held) return held;
  const answer = await calls.edition(day, named.edition);
  if (answer.ok) frozen.set(named.sha256, answer.body);
  return answer.ok ? answer.body : null;
}

/** The day's last edition as listed. */
export const lastRow = () => (known.list?.editions ?? []).slice(-1)[0] ?? null;

/** Whether the reports or the remarks are others than in the last edition. */
export function hasChanged() {
  const { draft, last, list } = known;
  if (!draft?.replaces || !last) return false;
  return draft.changes.length > 0 || (list?.remarks.number ?? 0) !== last.remarks.number;
}

/** Which edition is read, 0 for the draft: the one that somebody chose; else the last, until it no longer says all. */
export const numberRead = () => known.chosen ?? (hasChanged() ? 0 : (lastRow()?.edition ?? 0));

/** Whether issuing would say something new: nothing yet, only the clock's own, or a change since. */
export const canIssue = () => {
  const last = lastRow();
  return Boolean(known.draft) && (!last || last.kind === 'provisional' || hasChanged());
};

/** Whether documents or messages of the last edition are still on their way. */
export function isUnderWay() {
  const last = lastRow();
  if (!last || !known.list) return false;
  const settled = last.mail.filter(({ state }) => state !== 'CLAIMED').length;
  const young = clock.now() - Date.parse(last.issued_at) < 600_000;
  return young && (!last.documents || settled < known.list.recipients.length);
}
