/** Pressing "send", and what follows each fate. */
import * as clock from '../shared/clock.js';
import { due as isDue } from '../shared/outbox.js';
import { push } from './outbox.js';
import * as store from './store.js';
import { check } from './checks.js';
import { seeReport } from './opening.js';
import { entryOf } from './refused.js';
import { noLongerAsked, submit } from './report.js';
import { ready, state } from './state.js';
import { CONFLICT, RECEIPT, REVIEW, goInstead } from './route.js';

/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('./outbox.js').Outcome} Outcome */

/** @param {boolean} complete false: the rest comes later */
export async function send(complete) {
  const now = ready();
  if (!now || now.kept.sending) return;
  const { kept } = now;
  const { values, problems, findings } = check(now.form, kept, now.report.baseline);
  state.problems = [];
  state.tried = problems.length > 0;
  if (state.tried) return goInstead(REVIEW);
  if (kept.newer || kept.rival) return goInstead(CONFLICT);
  const finished_at = clock.iso(Date.now());
  const asked = [...findings, ...now.report.findings];
  submit(kept, {
    values,
    form: now.formHash,
    findings: asked,
    complete,
    finished_at,
    clock_offset_ms: Math.round(clock.measured().offset),
  });
  await store.keep(kept); // before the receipt says that it is kept
  goInstead(kept.rival ? CONFLICT : RECEIPT);
  await pushNow(kept);
}

/** Tries one report and shows what became of it. @param {Kept} kept @returns {Promise<void>} */
export async function pushNow(kept) {
  const outcome = await push(kept);
  if (outcome.receipt && outcome.sent) await seeReceipt(kept.key, outcome);
  if (state.kept?.key !== kept.key) return;
  state.kept = kept;
  if (kept.trouble === 401) state.trouble = 'session';
  const { form } = state;
  state.problems = outcome.problems.map(({ path, ...problem }) => ({ ...problem, figures: form ? [entryOf(form, path)] : [] }));
  state.notice = outcome.fate === 'turned-away' ? (outcome.detail ?? null) : null;
  state.tried = outcome.fate === 'refused';
  const next = {
    received: RECEIPT,
    waiting: location.hash,
    conflict: CONFLICT,
    refused: REVIEW,
    'turned-away': REVIEW,
  };
  goInstead(next[outcome.fate]);
}

/**
 * The receipt becomes what is known of the day, also for the next visit without a network.
 * @param {string} key
 * @param {Outcome} outcome
 */
async function seeReceipt(key, { receipt, sent }) {
  const before = state.kept?.key === key ? state.report : await store.seen(`report/${key}`);
  if (!before || !receipt || !sent) return;
  const figures = sent.nothing_to_report ? {} : { ...noLongerAsked(before), ...sent.figures };
  await seeReport(key, { ...before, ...sent, figures, ...receipt });
}

/**
 * Everything that waits and belongs to a session's unit.
 * @param {{ due: boolean, session?: import('../types').Session | null }} which `due`: only what is due for its next try
 */
export async function flush({ due, session = state.session }) {
  if (!session?.unit) return;
  for (const found of await store.allKept()) {
    const kept = state.kept?.key === found.key ? state.kept : found;
    const mine = kept.unit === session.unit.code && kept.campaign === session.campaign;
    if (mine && kept.sending && (!due || isDue(kept))) await pushNow(kept);
  }
}
