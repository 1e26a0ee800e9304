/** One unit's one day on this phone: begun, typed into, turned into what is sent, and told what became of it. */
/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('../types').Report} Report */
/** @typedef {import('../types').Submission} Submission */
/** @typedef {import('../types').Receipt} Receipt */
/** @typedef {import('../types').Values} Values */
/** @typedef {import('../types').Notes} Notes */

/** The campaign's name of what is tried for practice: it never leaves the phone and is not kept. */
export const PRACTICE = 'luyen-tap';

/** @param {Pick<Kept, 'campaign'>} kept */
export const isPractice = (kept) => kept.campaign === PRACTICE;

/** @param {string} campaign @param {string} unit @param {string} day */
export const keyOf = (campaign, unit, day) => `${campaign}/${unit}/${day}`;

/**
 * @param {string} campaign
 * @param {import('../types').Unit} unit
 * @param {string} day
 * @returns {Kept}
 */
export function begin(campaign, unit, day) {
  return {
    key: keyOf(campaign, unit.code, day),
    campaign,
    unit: unit.code,
    kind: unit.kind,
    names: unit.names,
    day,
    typed: {},
    notes: {},
    explanations: {},
    nothing: false,
    base_revision: 0,
    base: { figures: {}, notes: {} },
    changed: false,
    saved_at: 0,
    step: 0,
    sending: null,
    sent_ids: [],
    attempts: 0,
    retry_at: 0,
    trouble: null,
    newer: null,
    rival: null,
  };
}

/**
 * Where it stands: typed only, on its way, or received.
 * @param {Kept} kept
 * @returns {'empty' | 'draft' | 'waiting' | 'received'}
 */
export function stage(kept) {
  if (kept.sending) return 'waiting';
  if (kept.changed) return 'draft';
  return kept.base_revision > 0 ? 'received' : 'empty';
}

/**
 * What the service holds, met with what the phone holds. Typed work is never overwritten: a colleague's revision
 * waits in `newer` until the person has chosen; our own, whose answer was lost, becomes the ground we stand on.
 * @param {Kept} kept
 * @param {Report} server
 */
export function meet(kept, server) {
  if (server.revision < kept.base_revision || kept.sending) return;
  const ours = server.submission_id !== null && kept.sent_ids.includes(server.submission_id);
  if (!kept.changed) take(kept, server);
  else if (ours || server.revision === kept.base_revision) standOn(kept, server);
  else kept.newer = server;
}

/** The phone shows what the service holds. @param {Kept} kept @param {Report} server */
export function take(kept, server) {
  standOn(kept, server);
  kept.typed = asTyped(server.figures);
  kept.notes = { ...server.notes };
  kept.explanations = { ...server.explanations };
  kept.nothing = server.nothing_to_report === true;
  kept.changed = false;
  kept.rival = null;
}

/** The next revision follows this one. @param {Kept} kept @param {Report} server */
export function standOn(kept, server) {
  kept.base_revision = server.revision;
  kept.base = { figures: server.figures, notes: server.notes };
  kept.newer = null;
}

/** @param {Values} figures @returns {Record<string, string>} */
export const asTyped = (figures) =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, String(value)]));

/** What an earlier form asked, and the service goes on keeping. @param {Report} report @returns {Values} */
export const noLongerAsked = ({ figures, titles_gone: gone = {} }) =>
  Object.fromEntries(Object.entries(figures).filter(([name]) => name in gone));

/** A change by the person: what waited to be sent is a draft again. @param {Kept} kept @param {number} now */
export function touch(kept, now) {
  kept.changed = true;
  kept.sending = null;
  kept.trouble = null;
  kept.saved_at = now;
}

/**
 * Freezes what is sent; every retry sends the same, under the same `submission_id`.
 * @param {Kept} kept
 * @param {{ values: Values, form: string, findings: { rule: string }[], complete: boolean, finished_at: string, clock_offset_ms: number }} with_
 * @returns {Submission}
 */
export function submit(kept, { values, form, findings, complete, finished_at, clock_offset_ms }) {
  const asked = new Set(findings.map(({ rule }) => rule));
  const explained = Object.entries(kept.explanations).filter(([rule, words]) => asked.has(rule) && words.trim());
  kept.sending = {
    submission_id: newId(),
    base_revision: kept.base_revision,
    ...(form && { form }),
    complete,
    nothing_to_report: Object.keys(values).length === 0 && kept.nothing,
    figures: values,
    notes: filledIn(kept.notes),
    explanations: Object.fromEntries(explained),
    device: { finished_at, clock_offset_ms },
  };
  kept.sent_ids = [...kept.sent_ids, kept.sending.submission_id].slice(-20);
  kept.attempts = 0;
  kept.retry_at = 0;
  kept.trouble = null;
  return kept.sending;
}

/** The service has it. @param {Kept} kept @param {Receipt} receipt */
export function receive(kept, receipt) {
  if (!kept.sending) return;
  kept.base_revision = receipt.revision;
  kept.base = { figures: kept.sending.figures, notes: kept.sending.notes };
  Object.assign(kept, { sending: null, changed: false, newer: null, trouble: null, attempts: 0 });
}

/** @param {Notes} notes @returns {Notes} */
const filledIn = (notes) => Object.fromEntries(Object.entries(notes).filter(([, words]) => words?.trim()));

/** A new UUID (RFC 9562, version 4) also where `crypto.randomUUID` is missing. */
export function newId() {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (Number(bytes[6]) & 0x0f) | 0x40;
  bytes[8] = (Number(bytes[8]) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
