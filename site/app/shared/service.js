/** Asking the service: what every page asks, and `call` for a page's own routes. Nothing here throws for what the network does. */
import * as clock from './clock.js';

/** @template T @typedef {import('../types').Answer<T>} Answer */

const PATIENCE_MS = 20_000;
/** Status 0: no answer came. */
const UNREACHABLE = Object.freeze({ ok: false, status: 0, problem: {} });
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** The campaign that the page was built for: whose day it shows before anybody has signed in. */
export const pageCampaign = () => document.querySelector('meta[name=campaign]')?.getAttribute('content') ?? '';

/** @returns {Promise<Answer<import('../types').Session>>} */
export const session = () => call('GET', '/v1/session');
/** @returns {Promise<Answer<null>>} */
export const signOut = () => call('DELETE', '/v1/session');

/** @param {string} slug @returns {Promise<Answer<import('../types').Campaign>>} */
export const campaign = (slug) => timed(call('GET', `/v1/campaigns/${slug}`));

/**
 * Sets the clock by an answer that says the service's time.
 * @template {{ server_time: string }} T
 * @param {Promise<Answer<T>>} asking
 */
export async function timed(asking) {
  const asked = Date.now();
  const answer = await asking;
  if (answer.ok) clock.setBy(answer.body.server_time, asked, Date.now());
  return answer;
}

/** @param {string} slug @param {string} kind @returns {Promise<Answer<import('../types').Form>>} */
export const form = (slug, kind) => call('GET', `/v1/campaigns/${slug}/forms/${kind}`);

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
