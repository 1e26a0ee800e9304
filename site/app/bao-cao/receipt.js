/** After "send": waiting or received, unmistakably; and what can be done now. */
import { button, h } from '../shared/dom.js';
import * as clock from '../shared/clock.js';
import { either, say, sayWord, shown } from './language.js';
import { question } from './remarks.js';
import { placeOf } from './returned.js';
import { daysStrip, lastDays } from './days.js';
import { pushNow, send } from './sending.js';
import { stage } from './report.js';
import { isSafe } from './store.js';
import { copy, download, share } from '../shared/surroundings.js';
import { asFile, fileName, forChat } from './wording.js';
import { HISTORY, REVIEW, stepHash } from './route.js';

/** @typedef {import('./state.js').Ready} Ready */

/** Why it waits: where the report lies on this phone, and where only this page has it. */
const WAITING = /** @type {const} */ ({
  sending: ['sendingNow', 'sendingUnkept'],
  link: ['waitingForLink', 'linkUnkept'],
  own: ['waitingForOwn', 'ownUnkept'],
  network: ['waitingHelp', 'waitingUnkept'],
});

/** @param {Ready} now */
export function receiptScreen(now) {
  if (stage(now.kept) === 'waiting') return waiting(now);
  if (now.report.revision === 0)
    return [
      h('h1', { tabindex: -1 }, say('notSent')),
      h('p', {}, h('a', { class: 'button', href: REVIEW }, say('toReview'))),
    ];
  return received(now);
}

/** @param {import('../types').Kept} kept @returns {keyof typeof WAITING} */
function why({ attempts, trouble }) {
  if (attempts === 0) return 'sending';
  return trouble === 401 ? 'link' : trouble === 403 ? 'own' : 'network';
}

/** @param {Ready} now */
const waiting = (now) =>
  h(
    'section',
    { class: 'fate waiting' },
    h('h1', { tabindex: -1 }, say('waiting')),
    h(
      'p',
      {},
      say(WAITING[why(now.kept)][isSafe(now.kept) ? 0 : 1], { unit: either(now.kept.names) }),
    ),
    h(
      'div',
      { class: 'onward' },
      button(say('sendNow'), () => void pushNow(now.kept), { class: 'button primary' }),
      !isSafe(now.kept) && button(say('saveFile'), () => download(fileName(now.kept), asFile(now.kept, now.form))),
      h('a', { class: 'quiet', href: stepHash(0) }, say('goOn')),
    ),
  );

/** @param {Ready} now */
const received = (now) => [
  h(
    'section',
    { class: 'fate received' },
    h('h1', { tabindex: -1 }, say('received')),
    h('p', { class: 'code' }, now.report.receipt ?? ''),
    h(
      'dl',
      {},
      h('dt', {}, say('receivedAt')),
      h('dd', {}, now.report.received_at ? clock.hour(now.report.received_at) : '–'),
      h('dt', {}, say('revision')),
      h('dd', {}, shown(now.report.revision)),
      h('dt', {}, say('stateOf')),
      h('dd', {}, stateText(now)),
    ),
  ),
  now.kept.changed && h('p', { class: 'notice' }, say('changedSince'), ' ', h('a', { href: REVIEW }, say('toReview'))),
  findings(now),
  sharing(now),
  h(
    'div',
    { class: 'onward' },
    h('a', { class: 'button', href: REVIEW }, say('correct')),
    !now.practice && h('a', { class: 'quiet', href: HISTORY }, say('history')),
  ),
  !now.practice && h('section', {}, h('h2', {}, say('lastDays')), daysStrip(now, lastDays(now))),
];

/** For the chat group, where the leaders look. @param {Ready} now */
function sharing(now) {
  const text = forChat(now.kept, now.report);
  const said = h('p', { role: 'status' });
  const act = async () => {
    if (await share(text)) return;
    said.textContent = say((await copy(text)) ? 'copied' : 'copyByHand');
  };
  return h(
    'section',
    { class: 'sharing' },
    h('h2', {}, say('forTheGroup')),
    h('p', { class: 'chat' }, text),
    button(say('share'), () => void act()),
    said,
  );
}

/** @param {Ready} now */
const stateText = ({ report }) =>
  [
    sayWord(`state_${report.state}`),
    ...report.flags.map((flag) => sayWord(`flag_${flag}`)),
  ].join(' · ');

/** @param {Ready} now */
const findings = (now) =>
  now.report.findings.length > 0 &&
  h(
    'section',
    { class: 'findings' },
    h('h2', {}, say('findings')),
    now.report.findings.some((finding) => !finding.explanation) && h('p', {}, say('reasonsHelp')),
    now.report.findings.map((finding) =>
      finding.explanation
        ? h(
            'div',
            { class: 'finding' },
            h('p', {}, either(finding)),
            h('p', {}, `${say('reason')}: `, h('bdi', { dir: 'auto' }, finding.explanation)),
          )
        : question(now, finding, placeOf(now.form, finding.figures[0] ?? '')),
    ),
    now.report.findings.some((finding) => !finding.explanation) &&
      button(say('sendReasons'), () => void send(now.report.complete !== false)),
  );
