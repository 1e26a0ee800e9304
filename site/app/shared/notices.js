/** What is said in passing: read out politely, shown for a while. It never holds a name or a number. */
import { button, byId, fill, h } from './dom.js';
import { say } from './language.js';

const STANDS_MS = 6000;
const STANDS_WITH_A_WAY_MS = 12_000;
let timer = 0;

/** @typedef {{ words: string, act: () => void }} Way to what a sentence is about */

/** @param {string} sentence @param {Way | null} [way] */
export function announce(sentence, way = null) {
  const press = () => {
    byId('said').classList.remove('shown');
    way?.act();
  };
  fill(byId('said'), sentence, way && [' ', button(way.words, press, { class: 'link', 'data-part': 'way' })]);
  byId('said').classList.add('shown');
  clearTimeout(timer);
  timer = setTimeout(hush, way ? STANDS_WITH_A_WAY_MS : STANDS_MS);
}

function hush() {
  if (byId('said').querySelector(':hover, :focus')) timer = setTimeout(hush, STANDS_MS);
  else byId('said').classList.remove('shown');
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
