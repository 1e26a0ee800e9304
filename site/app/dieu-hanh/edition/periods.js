/** The weekly reports and the final one: which there are, their documents, and issuing one. */
import * as clock from '../../shared/clock.js';
import { button, fill, h } from '../../shared/dom.js';
import { tell } from '../../shared/news.js';
import { ask } from '../../shared/dialog.js';
import { announce } from '../../shared/notices.js';
import { decides } from '../state.js';
import * as calls from './calls.js';
import { editionLines } from './editions.js';
import { meanwhile, orderOf, sentTo } from './issue.js';
import { say } from './language.js';
import { redrawn } from './redrawn.js';
import { styled } from './styled.js';

/** @typedef {import('../../board').Period} Period */
/** @typedef {import('../../board').EditionList} List */
/** @typedef {{ period: Period, list: List | null }} Known */

const FINAL = 'final';
const AGAIN_MS = 2500;
const YOUNG_MS = 600_000;
let timer = 0;

/** @param {HTMLElement} place */
export async function draw(place) {
  await styled();
  if (place.isConnected && !place.childElementCount) fill(place, h('p', {}, say('opening')));
  const answer = await calls.periods();
  if (!answer.ok || !place.isConnected) return;
  const known = await Promise.all(answer.body.periods.filter(isBegun).map(withEditions));
  if (!place.isConnected) return;
  redrawn(place, [known, decides()], () =>
    h(
      'section',
      { class: 'periods' },
      h('h2', {}, say('periods')),
      h('p', { class: 'hint' }, say('periodsHelp')),
      h('ol', { class: 'editions', role: 'list' }, known.map(item)),
    ),
  );
  clearTimeout(timer);
  if (known.some(isComing)) timer = setTimeout(() => place.isConnected && void draw(place), AGAIN_MS);
}

/** @param {Period} period */
const isBegun = ({ period, from }) => period === FINAL || from <= clock.dayOf(clock.now());

/** @param {Period} period @returns {Promise<Known>} */
async function withEditions(period) {
  const answer = period.over ? await calls.periodEditions(period.period) : null;
  return { period, list: answer?.ok ? answer.body : null };
}

/** Its documents are being made. @param {Known} known */
const isComing = ({ list }) =>
  (list?.editions ?? []).some(({ documents, issued_at: at }) => !documents && clock.now() - Date.parse(at) < YOUNG_MS);

/** @param {Known} known */
function item({ period, list }) {
  const rows = [...(list?.editions ?? [])].reverse();
  const where = (/** @type {number} */ number, /** @type {string} */ format) =>
    calls.periodDocument(period.period, number, format);
  return h(
    'li',
    {},
    h('h3', {}, titleOf(period), h('small', {}, ` ${facts(period, rows.length > 0)}`)),
    rows.map((row) => h('div', { class: 'one' }, editionLines(row, list?.recipients ?? [], where))),
    period.over && list && decides() && h('p', {}, issueButton(period, list)),
  );
}

/** From when to when, and why there is nothing yet. @param {Period} period @param {boolean} isIssued */
function facts({ from, to, over }, isIssued) {
  const days = say('fromTo', { from: clock.shortDay(from), to: clock.shortDay(to) });
  return isIssued ? days : `${days} · ${say(over ? 'notIssuedYet' : 'notOver')}`;
}

/** @param {Period} period @param {List} list */
function issueButton(period, list) {
  const { length } = list.editions;
  return button(
    length ? say('issuePeriodAgain', { number: length + 1 }) : say('issuePeriod'),
    () => askPeriod(period, list),
    { class: `button small${length ? '' : ' primary'}`, 'data-part': `issue-${period.period}` },
  );
}

/** @param {Period} period */
const titleOf = ({ period }) =>
  period === FINAL ? say('final') : say('week', { number: Number(period.slice('week-'.length)) });

/** @param {Period} period @param {List} list */
function askPeriod(period, list) {
  const base = list.editions.length;
  const order = orderOf(period.period, base);
  const dialog = ask({
    title: say('issuePeriodTitle', { period: titleOf(period) }),
    body: [
      h(
        'p',
        {},
        say('willPeriod', { from: clock.shortDay(period.from), to: clock.shortDay(period.to), number: base + 1 }),
      ),
      sentTo(list.recipients),
    ],
    submit: say('issue', { number: base + 1 }),
    send: () => send(period.period, order),
    overtaken: async (fate) =>
      meanwhile(/** @type {import('../../board').EditionEntry | undefined} */ (fate.problem?.current), dialog),
  });
}

/** @param {string} period @param {calls.Order} order */
async function send(period, order) {
  const answer = await calls.issuePeriod(period, order);
  if (!answer.ok) return answer;
  announce(say('issued', { number: answer.body.edition }));
  tell('old');
  return null;
}
