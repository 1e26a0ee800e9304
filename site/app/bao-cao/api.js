/** The service's routes, each answering an Answer; nothing here throws for what the network or the service does. */
import * as clock from '../shared/clock.js';

/** @typedef {import('../types').Campaign} Campaign */
/** @typedef {import('../types').Session} Session */
/** @typedef {import('../types').Report} Report */
/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('../types').Receipt} Receipt */
/** @template T @typedef {import('../types').Answer<T>} Answer */

const PATIENCE_MS = 20_000;
const UNREACHABLE = Object.freeze({ ok: false, status: 0, problem: {} });

/** @param {string} token @returns {Promise<Answer<Session>>} */
export const openSession = (token) => call('POST', '/v1/session', { token });

/** @returns {Promise<Answer<Session>>} */
export const session = () => call('GET', '/v1/session');

/** @param {string} unit @param {string} [campaign] @returns {Promise<Answer<import('../types').Two>>} */
export const requestLink = (unit, campaign) => call('POST', '/v1/session/request', { unit, campaign });

/** @param {string} slug @returns {Promise<Answer<Campaign>>} */
export async function campaign(slug) {
  const asked = Date.now();
  const answer = /** @type {Answer<Campaign>} */ (await call('GET', `/v1/campaigns/${slug}`));
  if (answer.ok) clock.setBy(answer.body.server_time, asked, Date.now());
  return answer;
}

/** @param {string} slug @param {string} kind @returns {Promise<Answer<import('../types').Form>>} */
export const form = (slug, kind) => call('GET', `/v1/campaigns/${slug}/forms/${kind}`);

/**
 * @param {Pick<Kept, 'campaign' | 'day' | 'unit'>} of
 * @param {{ history?: boolean }} [wanted]
 * @returns {Promise<Answer<Report>>}
 */
export const report = (of, { history = false } = {}) => call('GET', `${path(of)}${history ? '?revisions=all' : ''}`);

/**
 * @param {Pick<Kept, 'campaign' | 'day' | 'unit'>} of
 * @param {import('../types').Submission} submission
 * @returns {Promise<Answer<Receipt>>}
 */
export const send = (of, submission) => call('PUT', path(of), submission);

/** @param {Pick<Kept, 'campaign' | 'day' | 'unit'>} of */
const path = (of) => `/v1/campaigns/${of.campaign}/days/${of.day}/reports/${of.unit}`;

/**
 * @param {string} method
 * @param {string} url
 * @param {unknown} [body]
 * @returns {Promise<Answer<any>>}
 */
async function call(method, url, body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  const content =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  try {
    return await read(
      await fetch(url, { method, signal: stop.signal, credentials: 'same-origin', cache: 'no-store', ...content }),
    );
  } catch {
    // offline, too slow, or cut off in the middle of the answer
    return UNREACHABLE;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A page in place of JSON (the Wi-Fi's sign-in page) is no answer.
 * @param {Response} response
 * @returns {Promise<Answer<any>>}
 */
async function read(response) {
  const json = /json/.test(response.headers.get('Content-Type') ?? '');
  if (response.ok) return json ? { ok: true, status: response.status, body: await response.json() } : UNREACHABLE;
  return { ok: false, status: response.status, problem: json ? await response.json() : {} };
}
