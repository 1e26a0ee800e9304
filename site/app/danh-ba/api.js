/** The directory's routes, each answering an Answer; nothing here throws for what the network or the service does. */
import { call } from '../shared/service.js';

export { campaign, session, signOut } from '../shared/service.js';

/** @typedef {import('../directory').Person} Person */
/** @typedef {import('../directory').Plan} Plan */
/** @template T @typedef {import('../types').Answer<T>} Answer */

/** @param {string} slug @returns {Promise<Answer<import('../directory').Directory>>} */
export const directory = (slug) => call('GET', path(slug));

/**
 * @param {string} slug
 * @param {{ file: string, dry_run: boolean, plan?: string }} body
 * @returns {Promise<Answer<Plan>>}
 */
export const importList = (slug, body) => call('POST', `${path(slug)}/import`, body);

/** @param {string} slug @param {string} id @param {unknown} body @returns {Promise<Answer<Person>>} */
export const change = (slug, id, body) => call('PUT', `${path(slug)}/people/${id}`, body);

/** @param {string} slug @param {string} unit @param {unknown} body @returns {Promise<Answer<Person>>} */
export const add = (slug, unit, body) => call('POST', `/v1/campaigns/${slug}/units/${unit}/people`, body);

/** @param {string} slug @param {string} id @returns {Promise<Answer<null>>} */
export const remove = (slug, id) => call('DELETE', `${path(slug)}/people/${id}`);

/** All that somebody holds. @param {string} slug @param {string} id @returns {Promise<Answer<{ ended: number }>>} */
export const endLinks = (slug, id) => call('DELETE', `${path(slug)}/people/${id}/links`);

/** All that a unit's people hold. @param {string} slug @param {string} unit @returns {Promise<Answer<{ ended: number }>>} */
export const endUnitsLinks = (slug, unit) => call('DELETE', `/v1/campaigns/${slug}/units/${unit}/links`);

/** @param {string} slug @param {string} unit @param {unknown} body @returns {Promise<Answer<Person>>} */
export const nameReporter = (slug, unit, body) => call('POST', `/v1/campaigns/${slug}/units/${unit}/reporter`, body);

/** Where a list lies to be filled in, or the people known to be mended. @param {string} slug @param {string} format @param {boolean} known */
export const template = (slug, format, known) => `${path(slug)}/template/${format}${known ? '?people=current' : ''}`;

/** @param {string} slug */
const path = (slug) => `/v1/campaigns/${slug}/directory`;
