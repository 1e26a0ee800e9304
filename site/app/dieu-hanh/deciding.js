/** Sending one decision about one unit: the row as answered is shown at once; a colleague's decision is told. */
import { h } from '../shared/dom.js';
import { tell } from '../shared/news.js';
import { problemText } from '../shared/refusal.js';
import * as api from './api.js';
import { say } from './language.js';
import { putRow, rowOf, state } from './state.js';
import { decisionWords, timeOf } from './words.js';

/** @typedef {import('../board').Row} Row */
/** @typedef {import('../shared/refusal.js').Fate} Fate */

/**
 * Null when it is stored.
 * @param {string} code
 * @param {'excuse' | 'return' | 'calls' | 'public'} what
 * @param {object} body
 * @returns {Promise<Fate | null>}
 */
export async function decide(code, what, body) {
  const row = rowOf(code);
  if (!row || !state.campaign) return { ok: false, status: 0 };
  const sent = { ...body, base_decision: row.last_decision };
  const answer = await api.decide(state.campaign.slug, state.day, code, what, sent);
  if (!answer.ok) return answer;
  show(answer.body);
  return null;
}

/**
 * What the other coordinator did; the row is up to date afterwards.
 * @param {string} code
 * @returns {(fate: Fate) => Promise<import('../types').Child>}
 */
export const overtaken = (code) => async (fate) => {
  const current = /** @type {Row | undefined} */ (fate.problem?.current);
  if (current) show(current);
  tell('old');
  if (!current) return problemText(fate.problem ?? {});
  const done = await lastDecision(code);
  return [
    h('p', {}, say('somebodyDecided')),
    done &&
      h(
        'p',
        {},
        h('b', {}, h('bdi', {}, decisionWords(done))),
        ' ',
        timeOf(done.at),
        done.reason && [': ', h('bdi', { dir: 'auto' }, done.reason)],
      ),
    h('p', {}, say('decideAgain')),
  ];
};

/** @param {string} code */
async function lastDecision(code) {
  const answer = state.campaign && (await api.report(state.campaign.slug, state.day, code, true));
  return answer?.ok ? (answer.body.decisions ?? []).slice(-1)[0] : undefined;
}

/** @param {Row} row */
function show(row) {
  putRow(row);
  tell('rows');
  tell('old'); // the rest of the day may have moved on
}
