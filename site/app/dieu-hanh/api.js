/** The service's routes, each answering an Answer; nothing here throws for what the network or the service does. */
import * as clock from '../bao-cao/clock.js';

/** @typedef {import('../board').Board} Board */
/** @typedef {import('../board').Row} Row */
/** @typedef {import('../board').StaffReport} StaffReport */
/** @template T @typedef {import('../board').Answer<T>} Answer */

const PATIENCE_MS = 20_000;
/** Status 0: no answer came. */
const UNREACHABLE = Object.freeze({ ok: false, status: 0, problem: {} });
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** @returns {Promise<Answer<import('../types').Session>>} */
export const session = () => call('GET', '/v1/session');
/** @returns {Promise<Answer<null>>} */
export const signOut = () => call('DELETE', '/v1/session');

/** @param {string} slug @returns {Promise<Answer<import('../types').Campaign>>} */
export async function campaign(slug) {
  const asked = Date.now();
  const answer = /** @type {Answer<import('../types').Campaign>} */ (await call('GET', `/v1/campaigns/${slug}`));
  if (answer.ok) clock.setBy(answer.body.server_time, asked, Date.now());
  return answer;
}

/** @param {string} slug @param {string} kind @returns {Promise<Answer<import('../types').Form>>} */
export const form = (slug, kind) => call('GET', `/v1/campaigns/${slug}/forms/${kind}`);

/**
 * Status 304 when the board is still the one of `tag`.
 * @param {string} slug
 * @param {string} day
 * @param {string} [tag]
 * @returns {Promise<Answer<Board>>}
 */
export const board = (slug, day, tag) =>
  call('GET', dayPath(slug, day), undefined, tag ? { 'If-None-Match': tag } : {});

/**
 * @param {string} slug
 * @param {string} day
 * @param {string} unit
 * @param {boolean} [history]
 * @returns {Promise<Answer<StaffReport>>}
 */
export const report = (slug, day, unit, history = false) =>
  call('GET', `${reportPath(slug, day, unit)}${history ? '?revisions=all' : ''}`);

/**
 * @param {string} slug
 * @param {string} day
 * @param {string} unit
 * @param {unknown} body
 * @returns {Promise<Answer<import('../types').Receipt>>}
 */
export const putReport = (slug, day, unit, body) => call('PUT', reportPath(slug, day, unit), body);

/**
 * @param {string} slug
 * @param {string} day
 * @param {string} unit
 * @param {'excuse' | 'return' | 'calls' | 'public'} what
 * @param {unknown} body
 * @returns {Promise<Answer<Row>>}
 */
export const decide = (slug, day, unit, what, body) => call('POST', `${reportPath(slug, day, unit)}/${what}`, body);

/**
 * @param {string} slug
 * @param {string} day
 * @param {{ units: string[], reason: string }} body
 * @returns {Promise<Answer<{ excused: string[], unchanged: string[] }>>}
 */
export const excuseMany = (slug, day, body) => call('POST', `${dayPath(slug, day)}/excuse`, body);

/**
 * @param {string} slug
 * @param {string} day
 * @param {{ deadline: string, reason: string, base_decision: number }} body
 * @returns {Promise<Answer<import('../board').Deadline>>}
 */
export const moveDeadline = (slug, day, body) => call('POST', `${dayPath(slug, day)}/deadline`, body);

/** @param {string} slug @param {string} day @returns {Promise<Answer<import('../board').EditionList>>} */
export const editions = (slug, day) => call('GET', `${dayPath(slug, day)}/editions`);

/** @param {string} slug @param {string} day */
export const dayPath = (slug, day) => `/v1/campaigns/${slug}/days/${day}`;
/** @param {string} slug @param {string} day @param {string} unit */
const reportPath = (slug, day, unit) => `${dayPath(slug, day)}/reports/${unit}`;

/**
 * @param {string} method
 * @param {string} url
 * @param {unknown} [body]
 * @param {Record<string, string>} [headers]
 * @returns {Promise<Answer<any>>}
 */
export async function call(method, url, body, headers = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  const content = body === undefined ? { headers } : { body: JSON.stringify(body), headers: JSON_TYPE };
  try {
    return await read(
      await fetch(url, { method, signal: stop.signal, credentials: 'same-origin', cache: 'no-store', ...content }),
    );
  } catch {
    return UNREACHABLE; // offline, too slow, or cut off in the middle of the answer
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A page in place of JSON (a Wi-Fi's sign-in page) is no answer.
 * @param {Response} response
 * @returns {Promise<Answer<any>>}
 */
async function read(response) {
  const { status } = response;
  const json = /json/.test(response.headers.get('Content-Type') ?? '');
  if (status === 204) return { ok: true, status, body: null, tag: '' };
  if (!response.ok) return { ok: false, status, problem: json ? await response.json() : {} };
  return json
    ? { ok: true, status, body: await response.json(), tag: response.headers.get('ETag') ?? '' }
    : UNREACHABLE;
}
