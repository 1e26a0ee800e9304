/** A colleague sent a revision meanwhile: both side by side, one choice per line. */
import { h, written } from '../shared/dom.js';
import * as clock from '../shared/clock.js';
import { say, titleOf } from './language.js';
import { checked, edit } from './editing.js';
import { word } from './history.js';
import { differences, settle } from './merge.js';
import { REVIEW, goInstead } from './route.js';

/** @typedef {import('./state.js').Ready} Ready */
/** @typedef {import('./merge.js').Difference} Difference */

/** @param {Ready} now */
export function conflictScreen(now) {
  const theirs = now.kept.newer;
  if (!theirs)
    return [h('h1', { tabindex: -1 }, say('noConflict')), h('a', { class: 'button', href: REVIEW }, say('toReview'))];
  const all = differences(now.kept, checked(now).values, theirs);
  const missing = h('p', { class: 'error', role: 'alert' });
  const take = (/** @type {Event} */ event) => {
    event.preventDefault();
    const open = all.filter(({ chosen }) => chosen === null).length;
    if (open) return void (missing.textContent = say('chooseAll', { count: open }));
    edit(now, (kept) => settle(kept, all, theirs));
    goInstead(REVIEW);
  };
  return h(
    'form',
    { onsubmit: take, novalidate: true },
    h('h1', { tabindex: -1 }, say('twoVersions')),
    h(
      'p',
      {},
      say('twoVersionsHelp', {
        revision: theirs.revision,
        time: theirs.received_at ? clock.hour(theirs.received_at) : '–',
      }),
    ),
    all.map((each) => choice(now, each)),
    missing,
    h('button', { class: 'button primary', type: 'submit' }, say('useChosen')),
  );
}

/** @param {Ready} now @param {Difference} each */
const choice = (now, each) =>
  h(
    'fieldset',
    { class: 'field versus' },
    h(
      'legend',
      {},
      each.note
        ? say(/** @type {'difficulties' | 'proposals'} */ (each.name))
        : titleOf(now.form.properties[each.name] ?? { title: each.name, title_en: each.name }),
    ),
    h('div', { class: 'choices' }, side(each, 'mine'), side(each, 'theirs')),
  );

/** @param {Difference} each @param {import('./merge.js').Side} which */
const side = (each, which) =>
  h(
    'label',
    {},
    h('input', {
      type: 'radio',
      name: each.path,
      value: which,
      checked: each.chosen === which,
      onchange: () => {
        each.chosen = which;
      },
    }),
    h(
      'span',
      {},
      h('small', {}, say(which)),
      each.note ? written(String(each[which] ?? say('blank'))) : word(/** @type {any} */ (each[which])),
    ),
  );
