/** Issuing: a question that says exactly what will happen, and one press that makes one edition. */
import * as clock from '../../shared/clock.js';
import { h, written } from '../../shared/dom.js';
import { tell } from '../../shared/news.js';
import { ask } from '../../shared/dialog.js';
import { announce } from '../../shared/notices.js';
import { either } from '../language.js';
import { rowOf, state } from '../state.js';
import { hourOn } from '../times.js';
import * as calls from './calls.js';
import { known, lastRow } from './known.js';
import { say } from './language.js';
import { isUnsaved, save } from './remarks.js';
import { unitsThatName } from './somebody.js';

/** @typedef {import('../../board').Edition} Edition */
/** @typedef {import('../../board').EditionEntry} Entry */
/** @typedef {import('../../shared/refusal.js').Fate} Fate */

const LACKS = /** @type {const} */ (['missing', 'expected', 'excused']);

export function askIssue() {
  const { draft } = known;
  if (!draft) return;
  const order = orderOf(state.day, draft.edition - 1);
  const dialog = ask({
    title: say('issueTitle', { number: draft.edition, day: clock.shortDay(state.day) }),
    body: [h('ul', { class: 'will' }, whatHappens(draft)), recipients()],
    submit: say('issue', { number: draft.edition }),
    send: () => send(draft.day, order),
    overtaken: async (fate) => meanwhile(/** @type {Entry | undefined} */ (fate.problem?.current), dialog),
  });
}

/**
 * The same press has the same id, however often it is sent, also after a reload.
 * @param {string} period
 * @param {number} base the last edition that was seen
 * @returns {calls.Order}
 */
export function orderOf(period, base) {
  const name = `giaoban.issue.${state.campaign?.slug}.${period}.${base}`;
  const id = sessionStorage.getItem(name) ?? crypto.randomUUID();
  sessionStorage.setItem(name, id);
  return { request_id: id, base_edition: base };
}

/** @param {Edition} draft */
function whatHappens(draft) {
  const { counts, edition, findings } = draft;
  const deadline = state.board?.deadline ?? '';
  const lacks = LACKS.filter((name) => counts[name]).map((name) =>
    say(`willLack_${name}`, { count: counts[name] ?? 0 }),
  );
  return [
    line(
      [
        say('willCount', { in: (counts.on_time ?? 0) + (counts.late ?? 0), due: counts.due ?? 0 }),
        counts.late && say('willLate', { count: counts.late }),
      ]
        .filter(Boolean)
        .join(' '),
    ),
    line(lacks.length ? `${lacks.join('; ')}.` : say('willAll')),
    clock.now() < Date.parse(deadline) &&
      line(say('willEarly', { time: clock.hour(deadline), next: edition + 1 }), 'warned'),
    findings.open > 0 && line(say('willDoubt', { count: findings.open })),
    namedPeople(draft),
    publicWords(draft),
    replaced(draft),
    isUnsaved() && line(say('willSave')),
    line(say('willKeep', { next: edition + 1 })),
  ];
}

/** Names and numbers that would be printed and mailed. @param {Edition} draft */
function namedPeople(draft) {
  const named = unitsThatName(draft);
  if (!named.length) return null;
  const lines = named.map(({ unit, found }) =>
    h('li', {}, h('bdi', {}, either(rowOf(unit)?.unit.names ?? { vi: unit, en: unit })), ': ', written(found.join(', '))),
  );
  return h('li', { class: 'warned' }, say('willName', { count: named.length }), h('ul', {}, lines));
}

/** Words of units that anybody will read. @param {Edition} draft */
function publicWords({ units }) {
  const count = units.reduce((sum, row) => sum + (row.public?.length ?? 0), 0);
  return count > 0 && line(say('willPublish', { count }));
}

/** @param {Edition} draft */
function replaced(draft) {
  const last = lastRow();
  if (!last) return null;
  return line(
    last.kind === 'provisional'
      ? say('willReplaceProvisional', { old: last.edition, time: hourOn(last.issued_at) })
      : say('willReplace', { old: last.edition, count: draft.changes.length }),
  );
}

/** @param {string} text @param {string} [looks] */
const line = (text, looks = '') => h('li', { class: looks }, text);

/** Who will be sent it. */
export function recipients() {
  const list = known.list?.recipients ?? [];
  return sentTo(list);
}

/** @param {import('../../board').Recipient[]} list */
export const sentTo = (list) => [
  h('p', {}, say('willSend', { count: list.length })),
  h(
    'ul',
    { class: 'sent-to' },
    list.map(({ names }) => h('li', {}, either(names))),
  ),
];

/** @param {string} day @param {calls.Order} order @returns {Promise<Fate | string | null>} */
async function send(day, order) {
  if (isUnsaved()) {
    const refused = await save();
    if (refused || isUnsaved()) return refused ?? say('remarksFirst');
  }
  const answer = await calls.issue(day, order);
  if (!answer.ok) return answer;
  known.chosen = null;
  announce(say('issued', { number: answer.body.edition }));
  tell('old');
  return null;
}

/**
 * Somebody was first: theirs is shown, and nothing is left to press here.
 * @param {Entry | undefined} theirs
 * @param {HTMLDialogElement} dialog
 */
export function meanwhile(theirs, dialog) {
  tell('old');
  if (!theirs) return h('p', {}, say('notHad'));
  const by = theirs.issued_by ? say('byWhom', { by: theirs.issued_by }) : say('byClock');
  dialog.querySelector('.ends .primary')?.remove();
  return [
    h(
      'p',
      {},
      h('b', {}, h('bdi', {}, say('issuedMeanwhile', { number: theirs.edition, time: hourOn(theirs.issued_at), by }))),
    ),
    h('p', {}, say('issuedLook', { next: theirs.edition + 1 })),
  ];
}
