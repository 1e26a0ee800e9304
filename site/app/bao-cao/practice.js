/** Practice: the same form and the same checks, but nothing leaves the phone and nothing is kept. */
import * as clock from '../shared/clock.js';
import { say } from './language.js';
import { PRACTICE, begin } from './report.js';
import { goInstead, goToFirst, stepHash } from './route.js';
import { blankReport, openFirst, refreshReport } from './opening.js';
import { state } from './state.js';

/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('../types').Submission} Submission */
/** @typedef {import('../types').Receipt} Receipt */

const PAUSE_MS = 600;

export function enterPractice() {
  const { session, campaign } = state;
  if (!session?.unit || !campaign) return;
  const report = state.report ?? blankReport(session.unit.code, campaign.today);
  state.practice = true;
  state.kept = begin(PRACTICE, session.unit, campaign.today);
  state.report = {
    ...report,
    revision: 0,
    state: 'expected',
    flags: [],
    figures: {},
    notes: {},
    findings: [],
    receipt: null,
    received_at: null,
  };
  goInstead(stepHash(0));
}

export async function leavePractice() {
  state.practice = false;
  await openFirst();
  await refreshReport();
  goToFirst();
}

/**
 * An answer as the service would give it, from this phone.
 * @param {Kept} kept
 * @param {Submission} sent
 * @returns {Promise<import('../types').Answer<Receipt>>}
 */
export async function practised(kept, sent) {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  /** @type {Receipt['flags']} */
  const flags = [];
  if (sent.nothing_to_report) flags.push('nothing_to_report');
  if (!sent.complete) flags.push('partial');
  /** @type {Receipt} */
  const body = {
    unit: kept.unit,
    day: kept.day,
    revision: kept.base_revision + 1,
    state: 'on_time',
    flags,
    received_at: clock.iso(clock.now()),
    receipt: say('practice'),
    findings: [],
  };
  return { ok: true, status: 201, body, tag: '' };
}
