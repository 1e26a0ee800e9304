/** A unit's page: beside the list on a wide screen, alone on a phone. */
import * as clock from '../shared/clock.js';
import { button, byId, fill, h } from '../shared/dom.js';
import * as api from './api.js';
import { askCall } from './call.js';
import { contacts } from './contacts.js';
import { askExcuse, askWithdraw } from './excuse.js';
import { figuresTable, findingsList, notesOf } from './figures.js';
import { keepingFocus } from '../shared/focus.js';
import { announce } from '../shared/notices.js';
import { focusRow, placeOf } from '../shared/list.js';
import { either, language, say } from './language.js';
import { overdue } from './need.js';
import { forget, formOf, reportOf } from './reports.js';
import { askReturn } from './returning.js';
import { hashOf } from './route.js';
import { canBeExcused, excusedFor, signature } from './row.js';
import { decides, rowOf, state } from './state.js';
import { story } from './story.js';
import { strip } from './strip.js';
import { today } from './times.js';
import { toldLine } from './told.js';
import { flagMarks, outcomeWords, stateMark, timeOf, whoCalls } from './words.js';

/** @typedef {import('../board').Row} Row */
/** @typedef {import('../board').StaffReport} StaffReport */
/** @typedef {{ form: import('../types').Form, report: StaffReport, before: StaffReport | null, mark: import('./figures.js').Mark }} Known */

let shownSignature = '';
/** Where the list stood when the page was opened. */
let opened = { unit: '', place: () => '', scroll: 0 };
/** @type {Known | null} */
let known = null;

/** Draws the page of the unit that the address names; asks again only when its row has changed. */
export async function drawUnit() {
  const row = rowOf(state.unit);
  if (row) rememberPlace(row.unit.code);
  byId('panel').hidden = !row;
  document.body.classList.toggle('with-unit', Boolean(row));
  if (!row) return forgetShown();
  const wanted = signature(row, language()) + row.unit.code;
  if (wanted === shownSignature) return;
  const another = !shownSignature.endsWith(row.unit.code);
  const isNew = another || known?.report.day !== state.day;
  shownSignature = wanted;
  if (isNew) known = null;
  else forget(row.unit.code);
  show(row, isNew, another);
  const found = await look(row);
  if (shownSignature !== wanted) return;
  if (found) known = found;
  else shownSignature = ''; // asked again with the next refresh
  show(row, false);
}

/** @param {string} unit */
function rememberPlace(unit) {
  if (opened.unit === unit) return;
  opened = { unit, place: placeOf(unit), scroll: isListSeen() ? scrollY : opened.scroll };
}

/** On a phone the page stands in the list's place. */
const isListSeen = () => byId('main').getClientRects().length > 0;

function forgetShown() {
  shownSignature = '';
  opened.unit = '';
  known = null;
}

/** @param {Row} row @returns {Promise<Known | null>} */
async function look(row) {
  const first = state.campaign?.first_day ?? '';
  const [form, report, before] = await Promise.all([
    formOf(row.unit.kind),
    api.report(state.campaign?.slug ?? '', state.day, row.unit.code, true),
    state.day > first ? reportOf(clock.daysAfter(state.day, -1), row.unit.code) : null,
  ]);
  return form && report.ok ? { form, report: report.body, before, mark: await marks(report.body) } : null;
}

/** Whether its texts are public: a part that is fetched only where there is a text; without it they stand as they are. @param {StaffReport} report */
async function marks(report) {
  const none = () => null;
  if (!report.texts?.length) return none;
  try {
    return await (await import('./public/marks.js')).marksOf(report);
  } catch {
    return none; // what import() throws when the line is down has no type of its own
  }
}

/** @param {Row} row @param {boolean} isNew @param {boolean} [another] another unit, not another day of the same */
function show(row, isNew, another = false) {
  const panel = byId('panel');
  const scroll = panel.scrollTop;
  panel.setAttribute('aria-label', say('unitPage'));
  keepingFocus(panel, () =>
    fill(
      panel,
      heading(row),
      decides() && actions(row),
      row.excuse && h('p', { class: 'note' }, excusedFor(row)),
      lastWords(row),
      toldLine(row),
      contacts(row),
      known ? whole(row, known) : h('p', { class: 'hint' }, say('loadingUnit')),
    ),
  );
  panel.scrollTop = isNew ? 0 : scroll;
  // Another day of the same unit: whoever stands on the days' buttons stays there.
  if (isNew && (another || document.activeElement === document.body)) panel.querySelector('h2')?.focus();
}

/** @param {Row} row */
const heading = (row) =>
  h(
    'div',
    { class: 'heading' },
    h(
      'div',
      {},
      h('h2', { tabindex: -1, 'data-part': 'title' }, h('bdi', {}, either(row.unit.names))),
      h(
        'p',
        {},
        h('small', {}, `${say('unitCode', { code: row.unit.code })} · ${clock.shortDay(state.day)} `),
        stateMark(row.state, row.was),
        ' ',
        flagMarks(row.flags),
      ),
    ),
    button(say('close'), closeUnit, { class: 'button small', 'data-part': 'close' }),
  );

/** @param {Row} row */
function actions(row) {
  const { code } = row.unit;
  const it = known;
  return h(
    'div',
    { class: 'actions' },
    button(say('call'), () => askCall(code), { class: 'button primary small', 'data-part': 'call' }),
    canBeExcused(row) && button(say('excuse'), () => askExcuse(code), { class: 'button small', 'data-part': 'excuse' }),
    row.state === 'excused' &&
      button(say('withdraw'), () => askWithdraw(code), { class: 'button small', 'data-part': 'withdraw' }),
    row.revision > 0 &&
      it &&
      button(say('sendBack'), () => askReturn(code, it.form, it.report.findings), {
        class: 'button small',
        'data-part': 'return',
      }),
    it &&
      button(say('dictate'), () => void dictate(code, it), {
        class: 'button small',
        'data-part': 'dictate',
      }),
  );
}

/** Fetched by whoever needs it: most reports are never dictated. @param {string} code @param {Known} known */
async function dictate(code, { form, report }) {
  try {
    (await import('./dictate.js')).askDictated(code, form, report);
  } catch {
    announce(say('unreachableTitle')); // what import() throws when the line is down has no type of its own
  }
}

/** @param {Row} row */
function lastWords(row) {
  const { call, calling } = row;
  if (calling) return h('p', { class: 'calling' }, '☎ ', whoCalls(calling));
  if (!call) return null;
  const said = [outcomeWords(call), ' (', h('bdi', {}, call.by), ', ', timeOf(call.at), ')'];
  return h('p', { class: overdue(row) ? 'broken' : '' }, overdue(row) ? '! ' : '☎ ', said);
}

/** @param {Row} row @param {Known} known */
const whole = (row, { form, report, before, mark }) => [
  strip(row.unit.code),
  findingsList(report, mark),
  notesOf(report, mark),
  story(form, report, row.contacts),
  h(
    'section',
    {},
    h('h3', {}, say('report')),
    receivedLine(report),
    (report.revision > 0 || before) && [
      figuresTable(form, report, before),
      h('p', { class: 'hint' }, say('knownHelp')),
    ],
  ),
];

/** @param {StaffReport} report */
function receivedLine(report) {
  if (!report.revision || !report.received_at) return h('p', {}, say('noReport'));
  const { told_by: told, entered_by: entered } = report;
  return h(
    'p',
    {},
    say('receivedLine', {
      time: clock.hour(report.received_at),
      revision: report.revision,
      receipt: report.receipt ?? '–',
    }),
    told && ['. ', h('bdi', {}, say('toldLine', { told, entered: entered ?? say('byStaff') }))],
  );
}

/** Back to the list as it was left: at the row one came from, or at the next one when that has gone elsewhere. */
export function closeUnit() {
  const code = state.unit;
  if (!code) return;
  const { place, scroll } = opened;
  const wasAway = !isListSeen();
  history.pushState(null, '', hashOf({ day: state.day, view: state.view }, today()));
  dispatchEvent(new HashChangeEvent('hashchange'));
  if (state.view) return focusNamed(code);
  if (wasAway) scrollTo(0, scroll);
  focusRow(place());
}

/** Where another view names the unit. @param {string} code */
function focusNamed(code) {
  const link = document.querySelector(`#view [data-names="${code}"]`);
  if (link instanceof HTMLElement) link.focus({ preventScroll: true });
}
