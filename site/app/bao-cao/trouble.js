/** When there is no way in: what happened, and what the person can do about it. */
import { button, fill, h } from '../shared/dom.js';
import * as api from './api.js';
import * as clock from '../shared/clock.js';
import { lastDay } from './campaign.js';
import { either, say } from './language.js';
import { drawHelp } from './help.js';
import { forgetLink } from './opening.js';
import { enterPractice } from './practice.js';
import * as store from './store.js';
import { state } from './state.js';
import { goOnWith } from './switching.js';
import { whichUnit } from './which_unit.js';

/** @param {() => void} again */
export function troubleScreen(again) {
  if (!state.campaign) void findHelp();
  if (state.trouble === 'session') return [heading('needLink'), askForLink(), wayBack(again)];
  if (state.trouble === 'damaged')
    return [heading('damagedLink'), askForLink('damagedLinkHelp'), wayBack(again)];
  if (state.trouble === 'waits' && state.waiting) return waits(state.waiting, again);
  if (state.trouble === 'no-form') return [heading('noForm'), h('p', {}, say('noFormHelp'))];
  if (state.trouble === 'closed' && state.campaign) return closed(state.campaign);
  return [
    heading('unreachable'),
    h('p', {}, say('unreachableHelp')),
    button(say('tryAgain'), again, { class: 'button primary' }),
    wayBack(again),
  ];
}

/** @param {'needLink' | 'damagedLink' | 'noForm' | 'unreachable'} key */
const heading = (key) => h('h1', { tabindex: -1 }, say(key));

/** Nothing is lost either way, if only it is kept. @param {NonNullable<typeof state.waiting>} waiting @param {() => void} again */
function waits({ token, reports }, again) {
  const goOn = () => {
    goOnWith(token);
    again();
  };
  return [
    h('h1', { tabindex: -1 }, say('stillWaits')),
    reports.map(({ names, day }) =>
      h('p', {}, say('stillWaitsOf', { unit: either(names), day: clock.shortDay(day) })),
    ),
    h('p', {}, say(reports.every(store.isSafe) ? 'stillWaitsHelp' : 'storageFails')),
    h(
      'div',
      { class: 'onward' },
      button(say('sendFirst'), again, { class: 'button primary' }),
      button(say('openNewLink'), goOn, { class: 'button' }),
    ),
  ];
}

/** To the report that this phone had last: by somebody's choice, which names the unit. @param {() => void} again */
function wayBack(again) {
  const place = h('p', {});
  const open = () => {
    forgetLink();
    again();
  };
  void store.seen('last').then((last) => {
    const unit = last?.session?.unit;
    if (unit) fill(place, button(say('openLast', { unit: either(unit.names) }), open));
  });
  return place;
}

/** Before the campaign's first day, or when its last one is closed. @param {import('../types').Campaign} campaign */
function closed(campaign) {
  const last = lastDay(campaign);
  if (campaign.today > last)
    return [h('h1', { tabindex: -1 }, say('over')), h('p', {}, say('overHelp', { day: clock.shortDay(last) }))];
  const first = { day: clock.shortDay(campaign.first_day), time: clock.hour(campaign.deadlines.report) };
  return [
    h('h1', { tabindex: -1 }, say('notBegun', first)),
    h('p', {}, say('notBegunHelp', first)),
    button(say('enterPractice'), enterPractice, { class: 'button primary' }),
  ];
}

/** The centre's number stands on every screen, also where no session says which campaign this is. */
async function findHelp() {
  const slug = campaignHere();
  const answer = slug ? await api.campaign(slug) : null;
  if (answer?.ok) drawHelp(answer.body.help);
}

/** The campaign of the session, else the one that these pages are made for. */
const campaignHere = () =>
  state.session?.campaign ?? document.querySelector('meta[name=campaign]')?.getAttribute('content') ?? undefined;

const isTypedSafe = () => Boolean(state.kept && (state.kept.changed || state.kept.sending) && store.isSafe(state.kept));

/** The link goes to the unit's known contacts, whoever asks. */
export function askForLink(help = /** @type {'needLinkHelp' | 'damagedLinkHelp'} */ ('needLinkHelp')) {
  const known = state.session?.unit?.code ?? '';
  const answer = h('p', { role: 'status' });
  const which = whichUnit(campaignHere());
  const ask = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const unit = known || which.chosen()?.code;
    if (!unit) return which.ask();
    answer.textContent = say('asking');
    const asked = await api.requestLink(unit, campaignHere());
    answer.textContent = asked.ok ? either(asked.body) : say(asked.status === 429 ? 'tooOften' : 'unreachable');
  };
  return h(
    'form',
    { class: 'ask', onsubmit: ask, novalidate: true },
    h('p', {}, say(help)),
    isTypedSafe() && h('p', {}, say('typedIsKept')),
    !known && which.node,
    h('button', { class: 'button primary', type: 'submit' }, say('sendMeLink')),
    answer,
  );
}
