/** What the person should know on any screen; drawn beside the form, so that typing is never disturbed. */
import { button, byId, fill, h } from '../shared/dom.js';
import * as clock from '../shared/clock.js';
import * as store from './store.js';
import { either, say } from './language.js';
import { closesAt, isOpen } from './campaign.js';
import { openOn } from './days.js';
import { openedWith } from './opening.js';
import { stage } from './report.js';
import { state } from './state.js';
import { copy, insideAnotherApp } from '../shared/surroundings.js';
import { returned, returnedNotice } from './returned.js';
import { askForLink } from './trouble.js';
import { CONFLICT, PHONE, RECEIPT, routeOf } from './route.js';

let drawn = '';
let others = 0;

/** Redraws only what changed: a half-filled "send me my link" stays as it is. */
export function drawNotices() {
  const { campaign, kept, trouble, notice, report } = state;
  const shown = JSON.stringify([
    document.documentElement.lang,
    trouble,
    notice,
    kept?.newer?.revision,
    kept?.day,
    campaign?.today,
    kept && store.isSafe(kept),
    kept?.rival,
    others,
    location.hash,
    report && returned(report),
  ]);
  if (shown === drawn) return;
  drawn = shown;
  const screen = routeOf(location.hash)?.screen;
  fill(
    byId('notices'),
    notice && h('div', { class: 'notice bad', role: 'alert' }, either(notice)),
    kept &&
      trouble === 'session' &&
      h('section', { class: 'notice warn' }, h('h2', {}, say('sessionEnded')), askForLink()),
    anotherDay(),
    centreSays(screen),
    kept?.rival &&
      screen !== 'conflict' &&
      h('p', { class: 'notice warn' }, say('otherTab'), ' ', h('a', { href: CONFLICT }, say('compare'))),
    kept?.newer &&
      screen !== 'conflict' &&
      h(
        'p',
        { class: 'notice' },
        say('colleagueSent', { revision: kept.newer.revision }),
        ' ',
        h('a', { href: CONFLICT }, say('compare')),
      ),
    kept && !store.isSafe(kept) && h('p', { class: 'notice warn' }, say('storageFails')),
    kept && insideAnotherApp() && screen === 'step' && inApp(),
    others > 0 &&
      screen !== 'phone' &&
      trouble !== 'waits' &&
      h(
        'p',
        { class: 'notice warn' },
        say('othersUnsent', { count: others }),
        ' ',
        h('a', { href: PHONE }, say('see')),
      ),
  );
}

/** Yesterday's report must not be taken for today's. */
function anotherDay() {
  const { campaign, kept } = state;
  if (!campaign || !kept || kept.day === campaign.today) return null;
  const goesOn = isOpen(campaign, campaign.today);
  return h(
    'p',
    { class: 'notice' },
    say(goesOn ? 'notToday' : 'lastOfAll', { day: clock.shortDay(kept.day), closes: closing(campaign, kept.day) }),
    ' ',
    goesOn && button(say('toToday'), () => void openOn(campaign.today), { class: 'link' }),
  );
}

/** "16:00 8/9". @param {import('../types').Campaign} campaign @param {string} day */
function closing(campaign, day) {
  const at = closesAt(campaign, day);
  return `${clock.hour(at)} ${clock.shortDay(clock.dayOf(at))}`;
}

/** What the centre sent back: in full where the report is read, in a line above the questions. @param {string} [screen] */
function centreSays(screen) {
  const { form, report, kept } = state;
  if (!form || !report || kept?.sending || !returned(report)) return null;
  if (screen === 'receipt' || screen === 'review') return returnedNotice(form, report);
  const line = [say('returned'), '. ', h('a', { href: RECEIPT }, say('see'))];
  return screen === 'step' && h('p', { class: 'notice warn' }, line);
}

/** Counts what waits beside the report on the screen. */
export async function countOthers() {
  others = (await store.unsent()).filter(({ key }) => key !== state.kept?.key).length;
  drawNotices();
}

/** Zalo's browser forgets; its menu opens the real one, which needs the link again. */
function inApp() {
  const link = openedWith();
  const copied = h('span', { role: 'status' });
  const act = async () => {
    copied.textContent = say((await copy(link)) ? 'copied' : 'copyByHand');
  };
  return h(
    'div',
    { class: 'notice' },
    h('p', {}, say('openInBrowser')),
    link && button(say('copyLink'), () => void act()),
    copied,
  );
}

/** Says it to a screen reader, once. @param {string} sentence */
export function announce(sentence) {
  const said = byId('said');
  if (said.textContent !== sentence) said.textContent = sentence;
}

/**
 * What became of the report, and the last minutes, spoken.
 * @param {number | null} left milliseconds
 * @param {number} soon
 */
export function announceState(left, soon) {
  const { kept } = state;
  if (!kept) return;
  const at = stage(kept);
  if (at === 'waiting') announce(say('waiting'));
  else if (at === 'received') announce(say('received'));
  else if (left !== null && left > 0 && left < soon)
    announce(
      say('lastMinutes', { time: state.campaign?.deadlines ? clock.hour(state.campaign.deadlines.report) : '' }),
    );
  else announce('');
}
