/** The editions that there are: by whom, when, under which hash; their documents, and whom they were sent to. */
import * as clock from '../../shared/clock.js';
import { button, byId, h } from '../../shared/dom.js';
import { announce } from '../../shared/notices.js';
import { either } from '../language.js';
import { decides, state } from '../state.js';
import { hourOn } from '../times.js';
import * as calls from './calls.js';
import { known } from './known.js';
import { say, sayWord, size } from './language.js';
import { redrawn } from './redrawn.js';
import { askRegistry } from './registry.js';

/** @typedef {import('../../board').EditionRow} Row */
/** @typedef {import('../../board').Message} Message */
/** @typedef {(number: number, format: string) => string} Where */

/** @type {Record<string, string>} */
const FORMATS = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' };
const SHORT = 12;

/** @param {import('../../board').EditionList} list */
export function drawEditions(list) {
  byId('editions').hidden = list.editions.length === 0;
  redrawn(byId('editions'), [list.editions, decides(), state.day], () => [
    h('h3', {}, say('editions')),
    h('ol', { class: 'editions', role: 'list' }, [...list.editions].reverse().map(item)),
  ]);
}

/** @param {Row} row */
function item(row) {
  const day = state.day;
  return h(
    'li',
    {},
    ...editionLines(row, known.list?.recipients ?? [], (number, format) => calls.documentOf(day, number, format)),
    registry(row),
  );
}

/**
 * What is told of an edition of a day or a period.
 * @param {Row} row
 * @param {import('../../board').Recipient[]} recipients
 * @param {Where} where
 */
export const editionLines = (row, recipients, where) => [
  h(
    'p',
    {},
    h('b', {}, say('number', { number: row.edition })),
    ` · ${sayWord(`type_${row.kind}`)} · ${hourOn(row.issued_at)} · `,
    h('bdi', {}, row.issued_by ?? say('byClock')),
  ),
  documents(row, where),
  mail(row, recipients),
  hash(row),
];

/** @param {Row} row @param {Where} where */
const documents = ({ documents, edition: number }, where) =>
  h(
    'p',
    { class: 'documents' },
    documents
      ? Object.entries(FORMATS).map(
          ([format, label]) =>
            documents[format] && download(where(number, format), label, number, documents[format].bytes),
        )
      : h('span', { class: 'hint' }, say('documentsComing')),
    download(where(number, 'json'), 'JSON', number),
  );

/** @param {string} href @param {string} label @param {number} number @param {number} [bytes] */
const download = (href, label, number, bytes) =>
  h(
    'a',
    { href, download: true, class: 'button small', 'data-part': `${label}-${number}` },
    label,
    bytes ? h('small', {}, ` ${size(bytes)}`) : null,
    h('span', { class: 'unseen' }, `, ${say('number', { number })}`),
  );

/** @param {Row} row */
const hash = ({ sha256, edition: number }) =>
  h(
    'p',
    { class: 'hash' },
    h('small', {}, say('hash'), ' ', h('code', { title: sha256 }, sha256.slice(0, SHORT))),
    button(say('copy'), () => void copy(sha256), {
      class: 'link',
      'aria-label': say('copyHash', { number }),
      'data-part': `hash-${number}`,
    }),
  );

/** @param {string} hash */
async function copy(hash) {
  try {
    await navigator.clipboard.writeText(hash);
    announce(say('copied'));
  } catch {
    announce(say('notCopied', { hash })); // forbidden, or no clipboard there: the browser says no more than that
  }
}

/** @param {Row} row @param {import('../../board').Recipient[]} recipients */
function mail(row, recipients) {
  const told = new Map(row.mail.map((message) => [message.recipient.id, message]));
  const everybody = [...row.mail.map(({ recipient }) => recipient), ...recipients.filter(({ id }) => !told.has(id))];
  const sent = row.mail.filter(({ state }) => state === 'SENT').length;
  const trouble = row.mail.filter(({ state }) => state === 'UNKNOWN' || state === 'FAILED').length;
  return h(
    'details',
    { class: `mail${trouble ? ' trouble' : ''}`, open: trouble > 0, 'data-folded': `mail-${row.edition}` },
    h(
      'summary',
      { 'data-part': `mail-${row.edition}` },
      say('mail', { sent, all: everybody.length }),
      trouble > 0 && [' · ', h('b', {}, say('mailTrouble', { count: trouble }))],
    ),
    h(
      'ul',
      {},
      everybody.map((recipient) => h('li', {}, either(recipient.names), ': ', fate(told.get(recipient.id)))),
    ),
  );
}

/** @param {Message | undefined} message */
function fate(message) {
  if (!message) return h('span', { class: 'hint' }, say('mail_WAITING'));
  const words = say(`mail_${message.state}`, { time: hourOn(message.at) });
  const troubled = message.state === 'UNKNOWN' || message.state === 'FAILED';
  return troubled
    ? [
        h('b', { class: 'broken' }, words),
        ' ',
        say('mailAsk'),
        message.reason && h('small', {}, ' (', h('bdi', {}, message.reason), ')'),
      ]
    : h('span', { class: message.state === 'SENT' ? 'sent' : 'hint' }, words);
}

/** @param {Row} row */
function registry(row) {
  const { registry: given, edition } = row;
  return h(
    'p',
    { class: 'registry' },
    given && h('bdi', {}, say('registry', { number: given.number, day: clock.shortDay(given.date), by: given.by })),
    decides() &&
      button(say(given ? 'registerAgain' : 'register'), () => askRegistry(edition, given), {
        class: 'link',
        'data-part': `registry-${edition}`,
      }),
  );
}
