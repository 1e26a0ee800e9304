/** A colleague sent a revision meanwhile, or another tab typed otherwise: both side by side, one choice per line. */
import { h, written } from '../shared/dom.js';
import { choice, open } from '../shared/conflict.js';
import * as clock from '../shared/clock.js';
import { say, titleOf } from './language.js';
import { checked, edit } from './editing.js';
import { word } from './history.js';
import { differences, isNote, nameOf, rivals, settle, settleRivals } from './merge.js';
import { typedWord } from './wording.js';
import { REVIEW, goInstead } from './route.js';

/** @typedef {import('./state.js').Ready} Ready */
/** @typedef {import('./merge.js').Difference} Difference */

/** @param {Ready} now */
export function conflictScreen(now) {
  const theirs = now.kept.newer;
  if (now.kept.rival) return tabsScreen(now);
  if (!theirs)
    return [h('h1', { tabindex: -1 }, say('noConflict')), h('a', { class: 'button', href: REVIEW }, say('toReview'))];
  const all = differences(now.kept, checked(now).values, theirs);
  return question(now, all, (kept) => settle(kept, all, theirs), [
    h('h1', { tabindex: -1 }, say('twoVersions')),
    h(
      'p',
      {},
      say('twoVersionsHelp', {
        revision: theirs.revision,
        time: theirs.received_at ? clock.hour(theirs.received_at) : '–',
      }),
    ),
    all.map((each) => line(now, each)),
  ]);
}

/** Two tabs of this phone, one report. @param {Ready} now */
function tabsScreen(now) {
  const all = rivals(now.kept);
  const names = { mine: say('thisTab'), theirs: say('thatTab') };
  return question(now, all, (kept) => settleRivals(kept, all), [
    h('h1', { tabindex: -1 }, say('otherTabTitle')),
    h('p', {}, say('otherTabHelp')),
    all.map((each) => choice(each, titled(now, each), names, (typed) => written(typedWord(String(typed)) || say('blank')))),
  ]);
}

/** @param {Ready} now @param {Difference} each */
function titled(now, each) {
  const name = nameOf(each);
  const figure = now.form.properties[name];
  if (figure) return titleOf(figure);
  return say(isNote(each) ? /** @type {'difficulties' | 'proposals'} */ (name) : 'reason');
}

/**
 * @param {Ready} now
 * @param {Difference[]} all
 * @param {(kept: import('../types').Kept) => void} settleAll
 * @param {import('../types').Child} content
 */
function question(now, all, settleAll, content) {
  const missing = h('p', { class: 'error', role: 'alert' });
  const take = (/** @type {Event} */ event) => {
    event.preventDefault();
    const count = open(all);
    if (count) return void (missing.textContent = say('chooseAll', { count }));
    edit(now, settleAll);
    goInstead(REVIEW);
  };
  return h(
    'form',
    { onsubmit: take, novalidate: true },
    content,
    missing,
    h('button', { class: 'button primary', type: 'submit' }, say('useChosen')),
  );
}

/** @param {Ready} now @param {Difference} each */
function line(now, each) {
  const name = nameOf(each);
  const names = { mine: say('mine'), theirs: say('theirs') };
  if (isNote(each)) {
    const note = /** @type {'difficulties' | 'proposals'} */ (name);
    return choice(each, say(note), names, (words) => written(String(words ?? say('blank'))));
  }
  const title = titleOf(now.form.properties[name] ?? { title: name, title_en: name });
  return choice(each, title, names, (value) => word(/** @type {import('../types').Value | undefined} */ (value)));
}
