/** What stands above every screen: the unit, the day, the time left, and where the report stands. */
import { button, byId, fill, h } from '../shared/dom.js';
import * as clock from '../shared/clock.js';
import * as store from './store.js';
import { SOON_MS, dayNumber, timeLeft } from './campaign.js';
import { choose, either, language, say } from './language.js';
import { enterPractice, leavePractice } from './practice.js';
import { drawHelp } from './help.js';
import { stage } from './report.js';
import { PHONE } from './route.js';
import { state } from './state.js';
import { announceState } from './notices.js';

/** What a unit's leader may do besides reporting. */
const NAMING = 'POST /v1/campaigns/{c}/units/{u}/reporter';

/** @param {() => void} redraw */
export function drawHeader(redraw) {
  const other = language() === 'vi' ? 'en' : 'vi';
  const swap = button(
    say('otherLanguage'),
    () => {
      choose(other);
      redraw();
    },
    { class: 'language', lang: other },
  );
  byId('status').setAttribute('aria-label', say('timeAndState'));
  byId('notices').setAttribute('aria-label', say('noticesLabel'));
  const { session, campaign, kept } = state;
  fill(
    byId('unit'),
    h(
      'div',
      {},
      h('p', { class: 'name' }, session?.unit ? either(session.unit.names) : 'Giao Ban'),
      campaign && kept && h('p', { class: 'day' }, dayLine(campaign, kept.day)),
    ),
    swap,
  );
  fill(
    byId('practice'),
    (campaign?.practice || state.practice) && [
      h('span', {}, say('practiceHelp')),
      state.practice && button(say('leavePractice'), () => void leavePractice()),
    ],
  );
  fill(
    byId('links'),
    campaign && !state.practice && h('a', { href: PHONE }, say('onThisPhone')),
    session?.may.includes(NAMING) && h('a', { href: '/danh-ba' }, say('nameReporter')),
    campaign && !state.practice && !campaign.practice && button(say('enterPractice'), enterPractice, { class: 'link' }),
  );
  if (campaign) drawHelp(campaign.help);
  drawStatus();
}

/** @param {import('../types').Campaign} campaign @param {string} day */
function dayLine(campaign, day) {
  const number = dayNumber(campaign, day);
  const date = clock.longDay(day, language());
  return number ? `${say('dayOf', { day: number, days: campaign.days })} · ${date}` : date;
}

/** The line that changes by itself: time left, and when the draft was saved. */
export function drawStatus() {
  const { campaign, kept } = state;
  const line = byId('status');
  if (!campaign || !kept) return void fill(line);
  const left = timeLeft(campaign, kept.day);
  const at = stage(kept);
  line.className = left !== null && left < 0 ? 'late' : left !== null && left < SOON_MS ? 'soon' : 'calm';
  fill(
    line,
    at !== 'received' && left !== null && h('span', { class: 'deadline' }, deadline(campaign, left)),
    h('span', { class: `badge ${at}` }, badge(kept)),
  );
  announceState(left, SOON_MS);
}

/** @param {import('../types').Campaign} campaign @param {number} left milliseconds */
function deadline(campaign, left) {
  const time = campaign.deadlines ? clock.hour(campaign.deadlines.report) : '';
  if (left < 0) return say('deadlinePassed', { time });
  const minutes = Math.ceil(left / 60_000);
  const words =
    minutes > 60
      ? say('hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
      : say('minutes', { minutes });
  return say('deadline', { time, left: words });
}

/** @param {import('../types').Kept} kept */
function badge(kept) {
  const at = stage(kept);
  if (state.practice && at === 'draft') return say('badgeDraft');
  if (at === 'draft')
    return kept.saved_at && store.isSafe(kept) ? say('savedAt', { time: clock.hour(kept.saved_at) }) : say('notSaved');
  return say(at === 'waiting' ? 'badgeWaiting' : at === 'received' ? 'badgeReceived' : 'badgeEmpty');
}
