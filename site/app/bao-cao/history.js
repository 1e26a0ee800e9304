/** Every revision of the day: when, by whom, and what changed. */
import { h, written } from '../shared/dom.js';
import * as api from './api.js';
import * as clock from '../shared/clock.js';
import { either, say, shown, titleOf } from './language.js';
import { RECEIPT } from './route.js';

/** @typedef {import('./state.js').Ready} Ready */
/** @typedef {import('../types').Revision} Revision */

/** @param {Ready} now */
export function historyScreen(now) {
  const list = h('div', { 'aria-live': 'polite' }, h('p', {}, say('loading')));
  void show(now, list);
  return [
    h('h1', { tabindex: -1 }, say('history')),
    list,
    h('p', {}, h('a', { class: 'quiet', href: RECEIPT }, say('back'))),
  ];
}

/** @param {Ready} now @param {HTMLElement} list */
async function show(now, list) {
  const answer = await api.report(now.kept, { history: true });
  list.textContent = '';
  if (!answer.ok) return list.append(h('p', { class: 'notice' }, say('unreachable')));
  const revisions = (answer.body.history ?? [])
    .filter(({ revision }) => revision > 0)
    .sort((a, b) => a.revision - b.revision);
  const items = revisions.map((revision, i) => item(now, revision, revisions[i - 1]));
  list.append(h('ol', { class: 'history' }, items.reverse()));
}

/** @param {Ready} now @param {Revision} revision @param {Revision | undefined} before */
const item = (now, revision, before) =>
  h(
    'li',
    {},
    h(
      'h2',
      {},
      say('revisionAt', {
        revision: revision.revision,
        time: revision.received_at ? clock.hour(revision.received_at) : '–',
      }),
    ),
    h(
      'p',
      { class: 'hint' },
      `${say('receiptCode')} ${revision.receipt ?? '–'}`,
      ' · ',
      sentBy(revision),
    ),
    before && h('dl', { class: 'changes' }, changes(now, before, revision)),
  );

/** Who sent it, as officers know them. @param {Revision} revision */
const sentBy = ({ by, told_by: told }) =>
  by?.role === 'coordinator'
    ? [say('byStaff'), told && [', ', h('bdi', { dir: 'auto' }, say('toldBy', { told }))]]
    : say('byLink');

/** @param {Ready} now @param {Revision} before @param {Revision} after */
function changes(now, before, after) {
  const gone = now.report.titles_gone ?? {};
  const asked = [...Object.keys(now.form.properties), ...Object.keys(gone)];
  const names = asked.filter((name) => before.figures[name] !== after.figures[name]);
  const figures = names.map((name) =>
    h(
      'div',
      {},
      h('dt', {}, titled(now.form.properties[name], gone[name])),
      h('dd', {}, `${word(before.figures[name])} → ${word(after.figures[name])}`),
    ),
  );
  const notes = /** @type {const} */ (['difficulties', 'proposals'])
    .filter((name) => (before.notes[name] ?? '') !== (after.notes[name] ?? ''))
    .map((name) => h('div', {}, h('dt', {}, say(name)), h('dd', {}, written(after.notes[name] ?? say('blank')))));
  const all = [...figures, ...notes];
  return all.length ? all : h('div', {}, h('dt', {}, say('noChanges')));
}

/** @param {import('../types').Figure | undefined} figure @param {import('../types').Two | undefined} gone */
const titled = (figure, gone) => (figure ? titleOf(figure) : gone ? either(gone) : '');

/** @param {import('../types').Value | undefined} value */
export const word = (value) =>
  typeof value === 'number' ? shown(value) : value === undefined ? say('blank') : say(value ? 'yes' : 'no');
