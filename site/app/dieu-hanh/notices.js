/** What is said in passing (read out politely, shown for a while), and what stands until it is mended. */
import * as clock from '../shared/clock.js';
import { button, byId, fill, h } from '../shared/dom.js';
import { say } from './language.js';
import { keepingFocus } from './focus.js';
import { hashOf } from './route.js';
import { state } from './state.js';
import { hourOn, today } from './times.js';

const STANDS_MS = 6000;
let timer = 0;
let since = 0;

/** @param {string} sentence */
export function announce(sentence) {
  byId('said').textContent = sentence;
  byId('said').classList.add('shown');
  clearTimeout(timer);
  timer = setTimeout(() => byId('said').classList.remove('shown'), STANDS_MS);
}

/** For screen readers only: what a refresh has changed. @param {string} sentence */
export function whisper(sentence) {
  if (!byId('said').classList.contains('shown')) byId('said').textContent = sentence;
}

/** The signed-out and the unreachable notice. @param {() => void} retry */
export function drawNotices(retry) {
  byId('notices').setAttribute('aria-label', say('noticesLabel'));
  since = state.unreachable ? since || clock.now() : 0;
  const practice = state.campaign?.practice && h('div', { class: 'notice practice' }, h('p', {}, say('practiceHelp')));
  const ended =
    state.signedOut && h('div', { class: 'notice bad' }, h('p', {}, say('sessionEnded')), signInLinks(retry));
  const lost =
    state.unreachable &&
    h('div', { class: 'notice warn' }, h('p', {}, say('unreachable', { time: clock.hour(since) })));
  keepingFocus(byId('notices'), () => fill(byId('notices'), practice, ended, lost, pausedNotice()));
}

/** Nobody is reminded of anything: whoever looks at the board has to know. */
function pausedNotice() {
  const { paused, by, reason, at } = state.board?.switch ?? {};
  if (!paused) return null;
  const see = hashOf({ day: state.day, view: 'nhac' }, today());
  return h(
    'div',
    { class: 'notice warn paused' },
    h('p', {}, h('b', {}, say('paused', { time: hourOn(at ?? '') })), ' ', h('bdi', { dir: 'auto' }, say('pausedBy', { by: by ?? '', reason: reason ?? '' }))),
    h('a', { href: see, 'data-part': 'paused' }, say('pausedSee')),
  );
}

/** @param {() => void} retry */
export const signInLinks = (retry) => h('p', { class: 'links' }, signInLink(), button(say('signedIn'), retry));

/** Where one signs in on a machine that runs the whole system for trying. */
export const signInLink = () =>
  ['127.0.0.1', 'localhost'].includes(location.hostname) &&
  h('a', { class: 'button primary', href: '/dev', target: '_blank', rel: 'noopener' }, say('signInHere'));
