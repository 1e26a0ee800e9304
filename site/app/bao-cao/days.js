/** The strip of days: what each report became, and the way to a day that can still be sent or corrected. */
import { button, fill, h } from '../shared/dom.js';
import * as api from './api.js';
import * as clock from '../shared/clock.js';
import * as store from './store.js';
import { dayNumber, isOpen } from './campaign.js';
import { chooseDay } from './chosen.js';
import { say, sayWord } from './language.js';
import { openDay, refreshReport, seeReport } from './opening.js';
import { keyOf } from './report.js';
import { returned } from './returned.js';
import { goToFirst } from './route.js';
import { state } from './state.js';

/** @typedef {import('./state.js').Ready} Ready */
/** @typedef {import('../types').Report} Report */

const DAYS = 5;
const FRESH_MS = 60_000;
const MARKS = /** @type {Record<string, string>} */ ({
  on_time: '✓',
  late: '◷',
  missing: '✕',
  excused: '✓',
  expected: '○',
  sent_back: '↩',
});
/** When each day was asked for: a screen that is drawn again asks nobody. @type {Map<string, number>} */
const asked = new Map();

/** The last days of the campaign, today included. @param {Ready} now */
export const lastDays = ({ campaign }) =>
  Array.from({ length: DAYS }, (_, i) => clock.daysAfter(campaign.today, i + 1 - DAYS)).filter(
    (day) => dayNumber(campaign, day) !== null,
  );

/** Those of them that can still be sent or corrected. @param {Ready} now */
export const openDays = (now) => lastDays(now).filter((day) => isOpen(now.campaign, day));

/** @param {Ready} now @param {string[]} days */
export function daysStrip(now, days) {
  const strip = h('ol', { class: 'days' });
  void show(now, days, strip);
  return strip;
}

/** @param {Ready} now @param {string[]} days @param {HTMLElement} strip */
async function show(now, days, strip) {
  const draw = (/** @type {(Report | undefined)[]} */ reports) =>
    fill(
      strip,
      days.map((day, i) => cell(now, day, reports[i])),
    );
  draw([]); // its place on the screen, before anybody aims at what stands below
  draw(await Promise.all(days.map((day) => remembered(now, day))));
  draw(await Promise.all(days.map((day) => fetched(now, day))));
}

/** @param {Ready} now @param {string} day */
const key = (now, day) => keyOf(now.kept.campaign, now.kept.unit, day);

/** @param {Ready} now @param {string} day @returns {Promise<Report | undefined>} */
const remembered = async (now, day) => (day === now.kept.day ? now.report : store.seen(`report/${key(now, day)}`));

/** @param {Ready} now @param {string} day @returns {Promise<Report | undefined>} */
async function fetched(now, day) {
  const name = key(now, day);
  if (day === now.kept.day || Date.now() - (asked.get(name) ?? 0) < FRESH_MS) return remembered(now, day);
  const answer = await api.report({ ...now.kept, day });
  if (!answer.ok) return remembered(now, day);
  asked.set(name, Date.now());
  await seeReport(name, answer.body);
  return answer.body;
}

/** @param {Ready} now @param {string} day @param {Report | undefined} report */
function cell(now, day, report) {
  const at = report && returned(report) ? 'sent_back' : (report?.state ?? '');
  const node = button('', () => void openOn(day), {
    class: `past ${at}`,
    'aria-current': day === now.kept.day ? 'date' : null,
  });
  const isToday = day === now.campaign.today;
  fill(
    node,
    h('span', {}, isToday ? say('today', { day: clock.shortDay(day) }) : clock.shortDay(day)),
    h('b', { 'aria-hidden': 'true' }, MARKS[at] ?? '·'),
    h('small', {}, word(at)),
  );
  return h('li', {}, node);
}

/** @param {string} at */
const word = (at) => (at === 'sent_back' ? say('dayReturned') : at ? sayWord(`state_${at}`) : say('unknown'));

/** @param {string} day */
export async function openOn(day) {
  if (state.campaign) chooseDay(state.campaign.today, day);
  await openDay(day);
  await refreshReport();
  goToFirst();
}
