/** What becomes of a report that waits: sent on load, when the network is back, when the page is seen again, on a button. */
import { mayPass, once, postpone } from '../shared/outbox.js';
import * as api from './api.js';
import * as store from './store.js';
import { practised } from './practice.js';
import { isPractice, newId, receive, standOn } from './report.js';

/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('../types').FieldProblem} FieldProblem */
/** @typedef {'received' | 'waiting' | 'conflict' | 'refused' | 'turned-away'} Fate */
/** @typedef {{ fate: Fate, problems: FieldProblem[], receipt?: import('../types').Receipt, sent?: import('../types').Submission, detail?: import('../types').Two }} Outcome */

/** Another tab has opened another unit's link: what waits is still good, under its own. */
const NOT_YOURS = 403;

/** One try; a second tap joins the one under way. @param {Kept} kept @returns {Promise<Outcome>} */
export const push = (kept) => once(kept.key, () => attempt(kept));

/** @param {Kept} kept @returns {Promise<Outcome>} */
async function attempt(kept) {
  await store.keep(kept);
  const sending = kept.sending; // another tab may have gone on typing: then it is a draft again
  if (!sending) return { fate: kept.rival ? 'conflict' : 'waiting', problems: [] };
  const answer = isPractice(kept) ? await practised(kept, sending) : await api.send(kept, sending);
  if (kept.sending !== sending) return { fate: 'waiting', problems: [] };
  const outcome = answer.ok ? received(kept, answer.body) : await refused(kept, answer.status, answer.problem);
  await store.keep(kept);
  return outcome;
}

/** @param {Kept} kept @param {import('../types').Receipt} receipt @returns {Outcome} */
function received(kept, receipt) {
  const sent = kept.sending ?? undefined;
  receive(kept, receipt);
  return { fate: 'received', problems: [], receipt, sent };
}

/** @param {Kept} kept @param {number} status @param {import('../types').Problem} problem @returns {Promise<Outcome>} */
async function refused(kept, status, problem) {
  kept.trouble = status;
  if (status === 409 && problem.current) return conflict(kept, /** @type {import('../types').Report} */ (problem.current));
  if (mayPass(status) || status === NOT_YOURS) return later(kept);
  kept.sending = null;
  const detail = problem.detail ? { vi: problem.detail, en: problem.detail_en ?? problem.detail } : undefined;
  return { fate: status === 422 ? 'refused' : 'turned-away', problems: problem.problems ?? [], detail };
}

/** @param {Kept} kept @returns {Outcome} */
function later(kept) {
  postpone(kept);
  return { fate: 'waiting', problems: [] };
}

/**
 * The revision in our way may be our own: an earlier send whose answer was lost before the person went on typing.
 * @param {Kept} kept
 * @param {import('../types').Report} current
 * @returns {Promise<Outcome>}
 */
async function conflict(kept, current) {
  const ours = current.submission_id !== null && kept.sent_ids.includes(current.submission_id);
  if (ours && kept.sending && kept.attempts < 3) {
    standOn(kept, current);
    kept.sending = { ...kept.sending, base_revision: current.revision, submission_id: newId() };
    kept.sent_ids = [...kept.sent_ids, kept.sending.submission_id];
    kept.attempts += 1;
    return attempt(kept);
  }
  kept.sending = null;
  kept.newer = current;
  return { fate: 'conflict', problems: [] };
}
