/** The service's routes, each answering an Answer; nothing here throws for what the network or the service does. */
import { call, timed } from '../shared/service.js';

export { campaign, form, session, signOut } from '../shared/service.js';

/** @typedef {import('../board').Row} Row */
/** @typedef {import('../board').StaffReport} StaffReport */
/** @template T @typedef {import('../types').Answer<T>} Answer */

/**
 * What is another than `tag` knows; status 304 when nothing is known to have changed. Without a tag, everything.
 * @param {string} slug
 * @param {string} day
 * @param {string} tag
 * @returns {Promise<Answer<import('../board').ReportChanges>>}
 */
export const reportChanges = (slug, day, tag) => timed(changes(slug, day, 'reports', tag));

/**
 * @param {string} slug
 * @param {string} day
 * @param {string} tag
 * @returns {Promise<Answer<import('../board').MessageChanges>>}
 */
export const messageChanges = (slug, day, tag) => changes(slug, day, 'messages', tag);

/** @param {string} slug @param {string} day @param {'reports' | 'messages'} what @param {string} tag */
const changes = (slug, day, what, tag) =>
  call('GET', `${dayPath(slug, day)}?changes=${what}`, undefined, tag ? { 'If-None-Match': tag } : {});

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
