/** What is said in passing: read out politely, shown for a while. It never holds a name or a number. */
import { button, byId, h } from './dom.js';
import { say } from './language.js';

const STANDS_MS = 6000;
let timer = 0;

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

/** @param {() => void} retry */
export const signInLinks = (retry) => h('p', { class: 'links' }, signInLink(), button(say('signedIn'), retry));

/** Where one signs in on a machine that runs the whole system for trying. */
export const signInLink = () =>
  ['127.0.0.1', 'localhost'].includes(location.hostname) &&
  h('a', { class: 'button primary', href: '/dev', target: '_blank', rel: 'noopener' }, say('signInHere'));
