/** Keeps the page up to date: what has changed every ten seconds, by the tag of what it has, and the clock now and then. */
import * as clock from '../shared/clock.js';
import { tell } from '../shared/news.js';
import { announce, whisper } from '../shared/notices.js';
import * as api from './api.js';
import { boardAt } from './by_clock.js';
import { askEditions, turnClosed } from './issued.js';
import { say } from './language.js';
import { withMessages, withReports } from './merge.js';
import { overdue } from './need.js';
import { UNREAD, state } from './state.js';
import { today } from './times.js';

/** @typedef {'shown' | 'same' | 'signIn' | 'notYours' | 'unreachable' | 'noSuchDay'} Outcome */

const CLOCK_EVERY_MS = 60_000;
const REACH_EVERY_MS = 60_000;
let clockAsked = 0;
/** @type {Promise<Outcome> | null} */
let going = null;

/** One at a time: whoever asks while one is under way gets the next. @returns {Promise<Outcome>} */
export async function refresh() {
  if (going) await going;
  going ??= look().finally(() => {
    going = null;
  });
  return going;
}

/** @returns {Promise<Outcome>} */
async function look() {
  const slug = state.campaign?.slug ?? '';
  const { day, board: before, tag, reach } = state;
  const [answer, reached] = await Promise.all([
    api.reportChanges(slug, day, tag),
    reachIsDue() ? api.messageChanges(slug, day, reach.tag) : null,
  ]);
  if (state.day !== day) return 'same'; // somebody has gone to another day meanwhile
  state.unreachable = !answer.ok && ![304, 401, 403, 404].includes(answer.status);
  state.signedOut = !answer.ok && answer.status === 401;
  if (answer.ok) Object.assign(state, { board: withReports(state.board, answer.body), tag: answer.tag });
  if (reached?.ok && state.board) takeReach(reached);
  turnByClock();
  if (!answer.ok && answer.status !== 304) return WHY[answer.status] ?? 'unreachable';
  if (state.board === before) return sameBoard();
  void lookAround();
  if (before) tellNews(before);
  return 'shown';
}

/** Whom to ring and what was sent: asked for once a minute, while somebody sees it. */
export function reachIsDue() {
  const isSeen = state.unit !== '' || state.view === '' || state.view === 'can-goi';
  return isSeen && Date.now() - state.reach.at >= REACH_EVERY_MS;
}

/** @param {{ body: import('../board').MessageChanges, tag: string }} reached */
function takeReach({ body, tag }) {
  if (state.board) state.board = withMessages(state.board, body);
  state.reach = { tag, at: Date.now() };
}

/** What the hour alone has changed needs no answer of the service. */
function turnByClock() {
  if (!state.board) return;
  const board = boardAt(state.board, clock.now());
  state.board = turnClosed() ? { ...board } : board;
}

/** What the glance needs besides the board itself; the rows do not wait for it. */
async function lookAround() {
  await Promise.all([askClock(true), askEditions(), compareWithDayBefore()]);
  tell('glance');
  if (turnClosed()) tell('rows');
}

/** @type {Record<number, Outcome>} */
const WHY = { 401: 'signIn', 403: 'notYours', 404: 'noSuchDay' };

/** @returns {Promise<Outcome>} */
async function sameBoard() {
  await Promise.all([askClock(false), askEditions()]);
  return 'same';
}

/** @param {boolean} now */
export async function askClock(now) {
  if (!now && Date.now() - clockAsked < CLOCK_EVERY_MS) return;
  clockAsked = Date.now();
  const answer = await api.campaign(state.campaign?.slug ?? '');
  if (answer.ok) state.campaign = answer.body;
}

/** The previous day's board, asked for once. */
async function compareWithDayBefore() {
  const day = clock.daysAfter(state.day, -1);
  if (!state.campaign || day < state.campaign.first_day) state.before = null;
  else if (state.before?.day !== day) {
    const answer = await api.reportChanges(state.campaign.slug, day, '');
    state.before = answer.ok ? withReports(null, answer.body) : null;
  }
}

/** @param {import('../board').Board} before */
function tellNews(before) {
  const { counts, units } = /** @type {import('../board').Board} */ (state.board);
  const broken = units.filter((row, index) => overdue(row) && !before.units[index]?.promise_broken);
  if (broken.length) announce(`${say('count_calls_due')}: ${broken.map((row) => row.unit.names.vi).join(', ')}`);
  else if (JSON.stringify(counts) !== JSON.stringify(before.counts)) whisper(say('news', { ...counts, missing_word: say(state.closed ? 'count_missing' : 'count_overdue') }));
}

/** @param {string} wanted the day that the address names, or none @returns {boolean} whether the day has changed */
export function turnTo(wanted) {
  const last = today();
  const day = wanted && wanted < last ? wanted : last;
  if (day === state.day) return false;
  Object.assign(state, { day, board: null, ...UNREAD });
  return true;
}
