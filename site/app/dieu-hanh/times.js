/** Times and days as the board writes them. */
import * as clock from '../shared/clock.js';
import * as hours from '../shared/hours.js';
import { say } from './language.js';
import { state } from './state.js';

/** "12 phút" or "1 giờ 5 phút"; the last ten minutes with their seconds. @param {number} milliseconds */
export function lasting(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return say('minutesSeconds', { minutes, seconds: seconds % 60 });
  if (minutes < 60) return say('minutes', { minutes });
  return say('hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** "15:42" on the day shown, "15:42 3/8" on another. @param {string} time ISO 8601 */
export function hourOn(time) {
  const day = clock.dayOf(time);
  return day === state.day ? clock.hour(time) : `${clock.hour(time)} ${clock.shortDay(day)}`;
}

/** The moment that the board looks at: now on its own day, the day's end on an earlier one. */
export function moment() {
  const { board, campaign } = state;
  if (!board || !campaign) return clock.now();
  return board.day === today() ? clock.now() : Date.parse(instant(clock.daysAfter(board.day, 1), '00:00')) - 1;
}

/** The campaign's last day that has begun. */
export function today() {
  const { campaign } = state;
  const day = clock.dayOf(clock.now());
  if (!campaign) return day;
  const last = clock.daysAfter(campaign.first_day, campaign.days - 1);
  return day < campaign.first_day ? campaign.first_day : day > last ? last : day;
}

/** @param {string} day */
export const dayNumber = (day) =>
  Math.round((Date.parse(day) - Date.parse(state.campaign?.first_day ?? day)) / 86_400_000) + 1;

/** An instant of the day shown from a clock's "16:20". @param {string} day @param {string} hour */
export const instant = (day, hour) => clock.iso(Date.parse(`${day}T${hour}:00Z`) - clock.measured().zone);

/** @param {string} value */
export const hourInput = (value) => hours.hourInput(value, { class: 'hour-of', placeholder: '16:20' });

/** The hour that was typed; nothing when it is none, and the field says so. @param {HTMLInputElement} input */
export function hourOf(input) {
  const hour = hours.hourIn(input.value);
  input.setAttribute('aria-invalid', String(!hour));
  return hour;
}
