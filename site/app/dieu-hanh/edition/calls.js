/** The routes of editions: a day's, and those of weeks and the whole campaign. */
import { call } from '../../shared/service.js';
import { dayPath } from '../api.js';
import { state } from '../state.js';

/** @typedef {import('../../board').Edition} Edition */
/** @typedef {import('../../board').EditionEntry} EditionEntry */
/** @typedef {import('../../board').EditionList} EditionList */
/** @typedef {import('../../board').Remarks} Remarks */
/** @template T @typedef {import('../../types').Answer<T>} Answer */
/** @typedef {{ request_id: string, base_edition: number }} Order */

const campaignPath = () => `/v1/campaigns/${state.campaign?.slug ?? ''}`;
/** @param {string} day */
const ofDay = (day) => dayPath(state.campaign?.slug ?? '', day);
const PERIODS = '/periods';

/** @param {string} day @returns {Promise<Answer<Edition>>} */
export const draft = (day) => call('GET', `${ofDay(day)}/draft`);

/** @param {string} day @returns {Promise<Answer<EditionList>>} */
export const editions = (day) => call('GET', `${ofDay(day)}/editions`);

/** @param {string} day @param {number} number @returns {Promise<Answer<Edition>>} */
export const edition = (day, number) => call('GET', documentOf(day, number, 'json'));

/** @param {string} day @param {{ text: string, base_remarks: number }} said @returns {Promise<Answer<Remarks>>} */
export const putRemarks = (day, said) => call('PUT', `${ofDay(day)}/remarks`, said);

/** @param {string} day @param {Order} order @returns {Promise<Answer<EditionEntry>>} */
export const issue = (day, order) => call('POST', `${ofDay(day)}/editions`, order);

/**
 * @param {string} day
 * @param {number} number
 * @param {{ number: string, date: string }} given
 * @returns {Promise<Answer<import('../../board').Registered>>}
 */
export const register = (day, number, given) => call('POST', `${ofDay(day)}/editions/${number}/registry`, given);

/** @returns {Promise<Answer<{ periods: import('../../board').Period[] }>>} */
export const periods = () => call('GET', campaignPath() + PERIODS);

/** @param {string} period @returns {Promise<Answer<EditionList>>} */
export const periodEditions = (period) => call('GET', `${campaignPath()}${PERIODS}/${period}/editions`);

/** @param {string} period @param {Order} order @returns {Promise<Answer<EditionEntry>>} */
export const issuePeriod = (period, order) => call('POST', `${campaignPath()}${PERIODS}/${period}/editions`, order);

/** Where a document lies. @param {string} day @param {number} number @param {string} format */
export const documentOf = (day, number, format) => `${ofDay(day)}/editions/${number}/${format}`;

/** @param {string} period @param {number} number @param {string} format */
export const periodDocument = (period, number, format) =>
  `${campaignPath()}${PERIODS}/${period}/editions/${number}/${format}`;
