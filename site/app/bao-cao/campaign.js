/** Which day it is for the campaign, and how long until the deadline; also when the last answer is some days old. */
import * as clock from '../shared/clock.js';

/** @typedef {import('../types').Campaign} Campaign */

export const SOON_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

/**
 * The campaign as it stands now: what was read before midnight is moved on by whole days.
 * @param {Campaign} read
 * @returns {Campaign}
 */
export function asOfNow(read) {
  const today = clock.dayOf(clock.now());
  const passed = daysBetween(read.today, today);
  if (passed <= 0) return read;
  const number = read.day_number === null ? null : read.day_number + passed;
  const later = (/** @type {string} */ time) => clock.iso(Date.parse(time) + passed * DAY_MS);
  return {
    ...read,
    today,
    day_number: number !== null && number <= read.days ? number : null,
    corrections_close: later(read.corrections_close),
    deadlines: read.deadlines && { report: later(read.deadlines.report), edition: later(read.deadlines.edition) },
  };
}

/** Until when a unit may send or correct `day`. @param {Campaign} campaign @param {string} day @returns {number} */
export const closesAt = (campaign, day) =>
  Date.parse(campaign.corrections_close) + daysBetween(campaign.today, day) * DAY_MS;

/** Whether a unit may send or correct `day` now. @param {Campaign} campaign @param {string} day */
export const isOpen = (campaign, day) =>
  day <= campaign.today && dayNumber(campaign, day) !== null && clock.now() < closesAt(campaign, day);

/** @param {Campaign} campaign */
export const lastDay = ({ first_day, days }) => clock.daysAfter(first_day, days - 1);

/**
 * The day that a visit begins with: the wanted one while it is open, else today, else the last one that still is.
 * @param {Campaign} campaign
 * @param {string | null} [wanted] what the link or this tab is about
 * @returns {string | null} null: no day can be reported on
 */
export const dayToOpen = (campaign, wanted) =>
  [wanted ?? campaign.today, campaign.today, lastDay(campaign)].find((day) => isOpen(campaign, day)) ?? null;

/** @param {string} from @param {string} to */
const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** @param {Campaign} campaign @param {string} day YYYY-MM-DD @returns {number | null} 1 for the first day */
export function dayNumber(campaign, day) {
  const number = daysBetween(campaign.first_day, day) + 1;
  return number >= 1 && number <= campaign.days ? number : null;
}

/**
 * Milliseconds until the report of `day` is late; negative when it is.
 * @param {Campaign} campaign
 * @param {string} day
 */
export function timeLeft(campaign, day) {
  if (!campaign.deadlines) return null;
  return Date.parse(campaign.deadlines.report) + daysBetween(campaign.today, day) * DAY_MS - clock.now();
}
