/** Where the day's edition stands, and the one button that issues it. */
import * as clock from '../../shared/clock.js';
import { button, byId, h } from '../../shared/dom.js';
import { decides, state } from '../state.js';
import { hourOn, today } from '../times.js';
import { askIssue } from './issue.js';
import { canIssue, hasChanged, known, lastRow } from './known.js';
import { say } from './language.js';
import { redrawn } from './redrawn.js';
import { isUnsaved } from './remarks.js';

/** @typedef {import('../../board').Edition} Edition */
/** @typedef {import('../../board').EditionRow} Row */

/** @param {Edition | null} draft */
export function drawStatus(draft) {
  const last = lastRow();
  const overdue = clock.now() >= Date.parse(known.list?.provisional_at ?? '');
  const facts = [
    draft?.edition,
    draft?.changes.length,
    last?.sha256,
    known.list,
    overdue,
    canIssue(),
    hasChanged(),
    isUnsaved(),
  ];
  const looks = last ? (hasChanged() ? 'changed' : last.kind) : known.list?.alarm ? 'alarm' : 'none';
  byId('stands').className = `stands ${looks}`;
  redrawn(byId('stands'), facts, () =>
    draft
      ? [h('div', { role: 'status' }, last ? afterwards(draft, last) : beforehand(overdue)), issueButton(draft)]
      : h('p', {}, say(known.asked ? 'notHad' : 'opening')),
  );
}

/** Nothing is issued. @param {boolean} overdue */
function beforehand(overdue) {
  const { alarm, provisional_at: at } = known.list ?? {};
  const freezes = at && state.day === today() && say(overdue ? 'freezesSoon' : 'willFreeze', { time: clock.hour(at) });
  return [
    h('p', {}, h('b', {}, alarm ? say('stands_alarm', { time: clock.hour(alarm.at) }) : say('stands_none'))),
    alarm && h('p', {}, say('alarmTo')),
    freezes && h('p', {}, freezes),
  ];
}

/** @param {Edition} draft @param {Row} last */
function afterwards(draft, last) {
  const { kind, edition: number, issued_at: at, issued_by: by } = last;
  const key = kind === 'provisional' || kind === 'correction' ? kind : 'issued';
  return [
    h('p', {}, h('b', {}, say(`stands_${key}`, { number, time: hourOn(at) }))),
    kind === 'provisional' && h('p', {}, say('notReviewed', { next: draft.edition })),
    kind === 'issued' && by && h('p', {}, h('bdi', {}, say('issuedBy', { by }))),
    h('p', {}, since(draft)),
  ];
}

/** What is new since the last edition. @param {Edition} draft */
function since(draft) {
  const count = draft.changes.length;
  if (!hasChanged()) return say('nothingSince');
  if (!count) return say('remarksChanged');
  return [h('b', {}, say('changedSince', { count })), ' ', button(say('seeChanges'), seeChanges, { class: 'link' })];
}

function seeChanges() {
  const heading = document.querySelector('#paper-changes h3');
  if (!(heading instanceof HTMLElement)) return;
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}

/** @param {Edition} draft */
const issueButton = (draft) =>
  decides() &&
  (canIssue() || isUnsaved()) &&
  button(say('issue', { number: draft.edition }), askIssue, { class: 'button primary', 'data-part': 'issue' });
