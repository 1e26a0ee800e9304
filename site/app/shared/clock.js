/** The campaign's clock: the server's, whatever the phone's says. The difference is measured with each answer. */

let offset = 0;
let zone = 7 * 3600_000;

/**
 * Sets the clock by an answer's `server_time`, taken to be right in the middle of the round trip.
 * @param {string} serverTime ISO 8601 with its zone
 * @param {number} asked phone's milliseconds when the request left
 * @param {number} answered phone's milliseconds when the answer came
 */
export function setBy(serverTime, asked, answered) {
  offset = Date.parse(serverTime) - (asked + answered) / 2;
  zone = zoneOf(serverTime);
}

/** @param {{ offset: number, zone: number }} saved */
export function restore(saved) {
  ({ offset, zone } = saved);
}

export const measured = () => ({ offset, zone });

/** Server time in milliseconds. */
export const now = () => Date.now() + offset;

/** ISO 8601 in the campaign's zone. @param {number} at milliseconds */
export function iso(at) {
  const minutes = Math.abs(zone) / 60_000;
  const two = (/** @type {number} */ n) => String(Math.floor(n)).padStart(2, '0');
  const suffix = `${zone < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
  return new Date(at + zone).toISOString().replace('Z', suffix);
}

/** "15:42" of an instant. @param {number | string} at milliseconds or ISO 8601 */
export const hour = (at) => iso(typeof at === 'string' ? Date.parse(at) : at).slice(11, 16);

/** The day of an instant, YYYY-MM-DD. @param {number | string} at */
export const dayOf = (at) => iso(typeof at === 'string' ? Date.parse(at) : at).slice(0, 10);

/** @param {string} day YYYY-MM-DD @param {number} days */
export const daysAfter = (day, days) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * "Thứ Bảy, 2/8/2025".
 * @param {string} day YYYY-MM-DD
 * @param {import('../types').Language} language
 */
export function longDay(day, language) {
  const format = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: language === 'vi' ? 'numeric' : 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** "2/8". @param {string} day YYYY-MM-DD */
export const shortDay = (day) => `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}`;

/** @param {string} time @returns {number} milliseconds east of UTC */
function zoneOf(time) {
  const found = /([+-])(\d\d):(\d\d)$/.exec(time);
  if (!found) return 0;
  const size = (Number(found[2]) * 60 + Number(found[3])) * 60_000;
  return found[1] === '-' ? -size : size;
}
