/** From a link (or an open session) to the form of the day: what is remembered first, then what the service says. */
import * as api from './api.js';
import { ask, takeFirst } from './first.js';
import * as clock from '../shared/clock.js';
import { tell } from '../shared/news.js';
import * as store from './store.js';
import { asOfNow, dayToOpen } from './campaign.js';
import { chooseDay, chosenDay } from './chosen.js';
import { begin, isPractice, keyOf, meet, stage } from './report.js';
import { placeOf, returned } from './returned.js';
import { state } from './state.js';
import { linkIn, shortId } from './link.js';
import { stillWaiting } from './switching.js';

/** @typedef {import('../types').Session} Session */
/** @typedef {import('../types').Report} Report */

/** The token this visit began with, for another browser on the same phone; kept in memory only. */
let opened = '';
/** The token that nobody has answered for yet. @type {string | null} */
let unanswered = null;

export const openedWith = () => opened && `${location.origin}${location.pathname}#t=${opened}`;

/** Whether a link waits for the network. */
export const linkWaits = () => unanswered !== null;

/** Shows at once what this phone saw last; false when it saw nothing. @returns {Promise<boolean>} */
export async function openRemembered() {
  const last = await store.seen('last');
  if (!last) return false;
  clock.restore(last.clock);
  Object.assign(state, { session: last.session, campaign: asOfNow(last.campaign), form: last.form, formHash: last.formHash ?? '' });
  await openFirst();
  return true;
}

/** The day that this visit is about, as far as the campaign and this tab know. @returns {Promise<void>} */
export async function openFirst() {
  const { campaign } = state;
  if (campaign) await openOrClosed(dayToOpen(campaign, chosenDay(campaign.today)));
}

/**
 * The session behind the address or, where the address carries no link, behind the cookie. A link that opens nothing shows
 * nothing either, but for the report that it has opened on this phone before.
 * @param {import('./switching.js').Send} [send] before a link replaces the session that what waits needs
 * @returns {Promise<void>}
 */
export async function openSession(send = async () => {}) {
  const carried = linkIn(location);
  if (carried) leave();
  if (carried?.token === null) return void (state.trouble = 'damaged');
  const token = carried?.token ?? unanswered;
  const reports = token ? await stillWaiting(token, send) : [];
  if (token && reports.length) return waitWith(token, reports);
  const opening = takeFirst(token) ?? ask(token);
  const answer = await opening.session;
  unanswered = token && !answer.ok && answer.status !== 401 ? token : null;
  if (!answer.ok) return notOpened(token, answer.status === 401 ? 'session' : 'unreachable');
  forgetLink();
  if (token) opened = token;
  state.trouble = null;
  await openFor(answer.body, opening);
}

/** The link is not exchanged before somebody has chosen, or what waits could be sent. @param {string} token @param {import('../types').Kept[]} reports */
function waitWith(token, reports) {
  unanswered = token;
  Object.assign(state, { trouble: 'waits', waiting: { token, reports } });
}

/** What stands on the screen is of another link, and lies in the storage: it goes before anybody types into it. */
function leave() {
  const stood = state.kept;
  Object.assign(state, { session: null, campaign: null, form: null, report: null, kept: null, trouble: null, notice: null });
  if (stood) tell('left');
}

/** @param {string | null} token @param {'session' | 'unreachable'} trouble */
async function notOpened(token, trouble) {
  state.trouble = trouble;
  if (!state.kept && (!token || (await isKnown(token)))) await openRemembered();
}

/** Whether this link opened what the phone saw last. @param {string} token */
async function isKnown(token) {
  const id = await shortId(token);
  return id !== null && id === (await store.seen('last'))?.session.link;
}

/**
 * Once it is exchanged the token need not stand in the address bar, over somebody's shoulder; nor when somebody goes on
 * without it.
 */
export function forgetLink() {
  unanswered = null;
  if (linkIn(location)) history.replaceState(null, '', location.pathname);
}

/** @param {Session} session @param {import('./first.js').Opening} opening */
async function openFor(session, opening) {
  const other = state.session?.unit?.code !== session.unit?.code || state.session?.campaign !== session.campaign;
  if (other) leave();
  state.session = session;
  const unit = session.unit;
  if (!unit) return void Object.assign(state, { trouble: 'no-form', kept: null, report: null });
  const [campaign, form] = await Promise.all([opening.campaign, opening.form]);
  if (campaign?.ok) state.campaign = campaign.body;
  if (form?.ok) Object.assign(state, { form: form.body, formHash: hashIn(form.tag) });
  if (!state.campaign || !state.form) return void (state.trouble = 'unreachable');
  if (campaign?.ok && form?.ok) await rememberLast();
  const lands = opening.byLink ? session.lands : null;
  const day = dayToOpen(state.campaign, lands?.day ?? chosenDay(state.campaign.today));
  if (!state.kept || (state.kept.day !== day && (lands || !state.kept.changed))) await openOrClosed(day);
  await refreshReport((await opening.report) ?? undefined);
  if (lands) await land(lands);
}

/** @param {string | null} day null: the campaign has not begun, or is over */
async function openOrClosed(day) {
  if (day) return openDay(day);
  Object.assign(state, { trouble: 'closed', kept: null, report: null });
}

/**
 * Where a link that was just opened leads: to the field that it names; to today's report when the day that it is about
 * is in order by now, for people go on using the link they have.
 * @param {NonNullable<Session['lands']>} lands
 */
async function land({ field }) {
  const { campaign, form, kept, report } = state;
  if (!campaign || !form || !kept || !report) return;
  const today = dayToOpen(campaign);
  if (today && today !== kept.day && stage(kept) === 'received' && !returned(report)) {
    await openDay(today);
    return refreshReport();
  }
  chooseDay(campaign.today, kept.day);
  if (field) history.replaceState(null, '', placeOf(form, field));
}

/** An ETag without its quotes, and without the W/ of whoever compressed the answer. @param {string} tag */
const hashIn = (tag) => /^(?:W\/)?"([0-9a-f]+)"$/.exec(tag)?.[1] ?? '';

const rememberLast = () =>
  store.remember('last', {
    session: state.session,
    campaign: state.campaign,
    form: state.form,
    formHash: state.formHash,
    clock: clock.measured(),
  });

/** The report of one day as this phone holds it. @param {string} day */
export async function openDay(day) {
  const { session } = state;
  if (!session?.unit || !session.campaign) return;
  const key = keyOf(session.campaign, session.unit.code, day);
  state.kept = (await store.kept(key)) ?? begin(session.campaign, session.unit, day);
  state.report = (await store.seen(`report/${key}`)) ?? blankReport(session.unit.code, day);
  Object.assign(state, { problems: [], tried: false, notice: null, practice: false });
  if (state.trouble === 'closed') state.trouble = null;
}

/**
 * Asks the service for the report on the screen; a colleague's revision shows up here.
 * @param {import('../types').Answer<Report>} [asked] what was answered already
 */
export async function refreshReport(asked) {
  const kept = state.kept;
  if (!kept || isPractice(kept)) return;
  const answer = asked?.ok && asked.body.day === kept.day ? asked : await api.report(kept);
  if (state.kept !== kept) return;
  if (!answer.ok) {
    if (answer.status === 401) state.trouble = 'session';
    return;
  }
  state.trouble = null;
  await seeReport(kept.key, answer.body);
  await store.lookAgain(kept);
  meet(kept, answer.body);
  await store.keepAgain(kept);
}

/** @param {string} key @param {Report} report */
export async function seeReport(key, report) {
  if (state.kept?.key === key) state.report = report;
  await store.remember(`report/${key}`, report);
}

/**
 * What is known of a day that was never answered for on this phone: nothing.
 * @param {string} unit
 * @param {string} day
 * @returns {Report}
 */
export function blankReport(unit, day) {
  return {
    unit,
    day,
    revision: 0,
    state: 'expected',
    flags: [],
    received_at: null,
    receipt: null,
    findings: [],
    figures: {},
    notes: {},
    explanations: {},
    complete: null,
    nothing_to_report: null,
    submission_id: null,
    baseline: { stocks: {}, usual: {} },
    returns: [],
    corrections_close: '',
  };
}
