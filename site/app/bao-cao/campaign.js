/** Which day it is for the campaign, and how long until the deadline; also when the last answer is some days old. */
import * as clock from '../shared/clock.js';

/** @typedef {import('../types').Campaign} Campaign */

export const SOON_MS = 15 * 60_000;

/**
 * The campaign as it stands now: what was read before midnight is moved on by whole days.
 * @param {Campaign} read
 * @returns {Campaign}
 */
export function asOfNow(read) {
  const today = clock.dayOf(clock.now());
  const passed = Math.round((Date.parse(today) - Date.parse(read.today)) / 86_400_000);
  if (passed <= 0) return read;
  const number = read.day_number === null ? null : read.day_number + passed;
  const later = (/** @type {string} */ time) => clock.iso(Date.parse(time) + passed * 86_400_000);
  return {
    ...read,
    today,
    day_number: number !== null && number <= read.days ? number : null,
    deadlines: read.deadlines && { report: later(read.deadlines.report), edition: later(read.deadlines.edition) },
  };
}

/** @param {Campaign} campaign @param {string} day YYYY-MM-DD @returns {number | null} 1 for the first day */
export function dayNumber(campaign, day) {
  const number = Math.round((Date.parse(day) - Date.parse(campaign.first_day)) / 86_400_000) + 1;
  return number >= 1 && number <= campaign.days ? number : null;
}

/**
 * Milliseconds until the report of `day` is late; negative when it is.
 * @param {Campaign} campaign
 * @param {string} day
 */
export function timeLeft(campaign, day) {
  if (!campaign.deadlines) return null;
  const days = (Date.parse(day) - Date.parse(campaign.today)) / 86_400_000;
  return Date.parse(campaign.deadlines.report) + days * 86_400_000 - clock.now();
}
