/** The service's routes, each answering an Answer; nothing here throws for what the network or the service does. */
import { call } from '../shared/service.js';

export { campaign, form, session } from '../shared/service.js';

/** @typedef {import('../types').Session} Session */
/** @typedef {import('../types').Report} Report */
/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('../types').Receipt} Receipt */
/** @template T @typedef {import('../types').Answer<T>} Answer */

/** @param {string} token @returns {Promise<Answer<Session>>} */
export const openSession = (token) => call('POST', '/v1/session', { token });

/** @param {string} unit @param {string} [campaign] @returns {Promise<Answer<import('../types').Two>>} */
export const requestLink = (unit, campaign) => call('POST', '/v1/session/request', { unit, campaign });

/** @param {string} campaign @returns {Promise<Answer<{ units: import('../types').Unit[] }>>} */
export const units = (campaign) => call('GET', `/v1/campaigns/${campaign}/units`);

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
