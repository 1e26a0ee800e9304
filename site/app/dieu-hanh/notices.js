/** What stands above the board until it is mended. */
import * as clock from '../shared/clock.js';
import { byId, fill, h } from '../shared/dom.js';
import { keepingFocus } from '../shared/focus.js';
import { signInLinks } from '../shared/notices.js';
import { say } from './language.js';
import { hashOf } from './route.js';
import { state } from './state.js';
import { hourOn, today } from './times.js';

let since = 0;

/** The signed-out and the unreachable notice. @param {() => void} retry */
export function drawNotices(retry) {
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
