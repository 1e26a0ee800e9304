/** The routes of reminders. */
import { call } from '../../shared/service.js';
import { dayPath } from '../api.js';
import { state } from '../state.js';

/** @template T @typedef {import('../../types').Answer<T>} Answer */
/** @typedef {import('../../reminders').Switch} Switch */
/** @typedef {{ paused: boolean, reason: string, base_version: number }} Turn */

const ofCampaign = () => `/v1/campaigns/${state.campaign?.slug ?? ''}/reminders`;
/** @param {string} day */
const ofDay = (day) => dayPath(state.campaign?.slug ?? '', day);

/** @param {string} day @returns {Promise<Answer<import('../../reminders').Reminders>>} */
export const reminders = (day) => call('GET', `${ofDay(day)}/reminders`);

/** @param {string} day @returns {Promise<Answer<import('../../reminders').CallList>>} */
export const callList = (day) => call('GET', `${ofDay(day)}/call-list`);

/** @param {string} day @returns {Promise<Answer<import('../../types').Two>>} */
export const chat = (day) => call('GET', `${ofDay(day)}/chat`);

/** @param {string} day @param {string} wave @returns {Promise<Answer<import('../../reminders').Rehearsal>>} */
export const rehearse = (day, wave) => call('POST', `${ofDay(day)}/reminders/${wave}/dry-run`, {});

/** @param {Turn} wanted @returns {Promise<Answer<Switch>>} */
export const turn = (wanted) => call('PUT', `${ofCampaign()}/switch`, wanted);

/** @param {string} milestone @param {boolean} done @returns {Promise<Answer<{ id: string, done: boolean }>>} */
export const reach = (milestone, done) => call('PUT', `${ofCampaign()}/milestones/${milestone}`, { done });
