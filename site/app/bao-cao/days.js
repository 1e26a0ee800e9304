/** The strip of the last days: what each report became, and the way back to a day that can still be corrected. */
import { button, fill, h } from '../shared/dom.js';
import * as api from './api.js';
import * as clock from '../shared/clock.js';
import * as store from './store.js';
import { say, sayWord } from './language.js';
import { openDay, refreshReport, seeReport } from './opening.js';
import { keyOf } from './report.js';
import { RECEIPT, goInstead } from './route.js';

/** @typedef {import('./state.js').Ready} Ready */
/** @typedef {import('../types').Report} Report */

const DAYS = 5;
const MARKS = /** @type {Record<string, string>} */ ({
  on_time: '✓',
  late: '◷',
  missing: '✕',
  excused: '✓',
  expected: '○',
});

/** @param {Ready} now */
export function daysStrip(now) {
  const strip = h('ol', { class: 'days' });
  void show(now, strip);
  return h('section', {}, h('h2', {}, say('lastDays')), strip);
}

/** @param {Ready} now @param {HTMLElement} strip */
async function show(now, strip) {
  const days = Array.from({ length: DAYS }, (_, i) => clock.daysAfter(now.campaign.today, i + 1 - DAYS)).filter(
    (day) => day >= now.campaign.first_day,
  );
  const draw = (/** @type {(Report | undefined)[]} */ reports) =>
    fill(
      strip,
      days.map((day, i) => cell(now, day, reports[i])),
    );
  const keys = days.map((day) => keyOf(now.kept.campaign, now.kept.unit, day));
  draw(await Promise.all(keys.map((key) => store.seen(`report/${key}`))));
  draw(await Promise.all(days.map((day, i) => fetched(now, day, String(keys[i])))));
}

/** @param {Ready} now @param {string} day @param {string} key @returns {Promise<Report | undefined>} */
async function fetched(now, day, key) {
  if (day === now.kept.day) return now.report;
  const answer = await api.report({ ...now.kept, day });
  if (!answer.ok) return store.seen(`report/${key}`);
  await seeReport(key, answer.body);
  return answer.body;
}

/** @param {Ready} now @param {string} day @param {Report | undefined} report */
function cell(now, day, report) {
  const word = report ? stateWord(report.state) : say('unknown');
  const node = button('', () => void openOn(day), {
    class: `past ${report?.state ?? ''}`,
    'aria-current': day === now.kept.day ? 'date' : null,
  });
  fill(
    node,
    h('span', {}, clock.shortDay(day)),
    h('b', { 'aria-hidden': 'true' }, MARKS[report?.state ?? ''] ?? '·'),
    h('small', {}, word),
  );
  return h('li', {}, node);
}

/** @param {string} state */
const stateWord = (state) => sayWord(`state_${state}`);

/** @param {string} day */
export async function openOn(day) {
  await openDay(day);
  await refreshReport();
  goInstead(RECEIPT);
}
