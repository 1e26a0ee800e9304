/** What stands in the board's place for those who may not see it, or not yet. */
import { button, byId, fill, h } from '../shared/dom.js';
import { say } from './language.js';
import { signInLink } from './notices.js';

/** @typedef {'signIn' | 'notYours' | 'unreachable' | 'noSuchDay'} Why */

/** @param {Why} why @param {() => void} retry */
export function drawGate(why, retry) {
  byId('panel').hidden = true;
  const heading = h('h2', { tabindex: -1 }, say(TITLES[why]));
  const help = why === 'signIn' ? say('signInHelp') : why === 'notYours' ? say('notYoursHelp') : null;
  const again = button(say(why === 'signIn' ? 'signedIn' : 'tryAgain'), retry);
  const day = why === 'noSuchDay' && h('a', { class: 'button', href: '#' }, say('today'));
  const links = h('p', { class: 'links' }, why !== 'noSuchDay' && why !== 'unreachable' && signInLink(), day || again);
  fill(byId('main'), h('div', { class: 'gate' }, heading, help && h('p', {}, help), links));
  heading.focus();
}

const TITLES = /** @type {const} */ ({
  signIn: 'signInTitle',
  notYours: 'notYoursTitle',
  unreachable: 'unreachableTitle',
  noSuchDay: 'noSuchDay',
});
