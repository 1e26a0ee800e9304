/** What stands in a page's place for those who may not see it, or not yet. */
import { button, fill, h } from './dom.js';
import { say } from './language.js';
import { signInLink } from './notices.js';

/** @typedef {'signIn' | 'notYours' | 'unreachable'} Why */
/** What a page says of its own, in its own words. @typedef {{ signInHelp: string, notYoursTitle: string, notYoursHelp: string }} Own */

/** Why a page is shut, by the status of the answer; anything else: the service cannot be reached. @param {number} status @returns {Why} */
export const whyShut = (status) => (status === 401 ? 'signIn' : status === 403 ? 'notYours' : 'unreachable');

/**
 * @param {HTMLElement} place
 * @param {Why} why
 * @param {Own} own
 * @param {() => void} retry
 * @param {import('../types').Child} [elsewhere] a way to go instead of trying again
 */
export function drawGate(place, why, own, retry, elsewhere) {
  const again = button(say(why === 'signIn' ? 'signedIn' : 'tryAgain'), retry);
  const ways = [why !== 'unreachable' && signInLink(), elsewhere || again];
  if (why === 'signIn') return shut(place, say('signInTitle'), own.signInHelp, ways);
  if (why === 'notYours') return shut(place, own.notYoursTitle, own.notYoursHelp, ways);
  shut(place, say('unreachableTitle'), null, ways);
}

/** @param {HTMLElement} place @param {string} title @param {string | null} help @param {import('../types').Child} ways */
export function shut(place, title, help, ways) {
  const heading = h('h2', { tabindex: -1 }, title);
  fill(place, h('div', { class: 'gate' }, heading, help && h('p', {}, help), h('p', { class: 'links' }, ways)));
  heading.focus();
}
