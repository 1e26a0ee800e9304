/** What stands in the directory's place for those who may not see it, or not yet. */
import { button, byId, fill, h } from '../shared/dom.js';
import { say } from './language.js';
import { signInLink } from './notices.js';
import { state } from './state.js';

const TITLES = /** @type {const} */ ({
  signIn: 'signInTitle',
  notYours: 'notYoursTitle',
  unreachable: 'unreachableTitle',
});

/** @param {keyof typeof TITLES} why @param {() => void} retry */
export function drawGate(why, retry) {
  const heading = h('h2', { tabindex: -1 }, say(TITLES[why]));
  const help = why === 'signIn' ? say('signInHelp') : why === 'notYours' ? say('notYoursHelp') : null;
  const again = button(say(why === 'signIn' ? 'signedIn' : 'tryAgain'), retry);
  const home = state.session?.unit && h('a', { class: 'button', href: '/bao-cao' }, say('toTheForm'));
  const links = h('p', { class: 'links' }, why === 'signIn' && signInLink(), home || again);
  fill(byId('page'), h('div', { class: 'gate' }, heading, help && h('p', {}, help), links));
  fill(byId('foot'));
  heading.focus();
}
