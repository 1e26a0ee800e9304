/** Trying again what could not be sent: later and later, with some chance in it, and one try at a time for each. */

/** @typedef {{ key: string, attempts: number, retry_at: number }} Waiting `retry_at`: milliseconds by this machine's clock */

const FIRST_WAIT_MS = 4_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** @type {Map<string, Promise<any>>} */
const underway = new Map();

/**
 * Milliseconds until the next try: doubling, with some chance in it so that phones do not come all at once.
 * @param {number} attempts
 */
export const wait = (attempts) => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts) * (0.75 + Math.random() / 2);

/** Whether its time has come; a phone whose clock was set back does not wait for years. @param {Waiting} waiting */
export const due = ({ retry_at: at }) => at <= Date.now() || at > Date.now() + 2 * LONGEST_WAIT_MS;

/** Whether an answer of this status may be another the next time. @param {number} status 0: none came */
export const mayPass = (status) => [0, 401, 408, 429].includes(status) || status >= 500;

/** @param {Waiting} waiting */
export function postpone(waiting) {
  waiting.attempts += 1;
  waiting.retry_at = Date.now() + wait(waiting.attempts - 1);
}

/**
 * A second tap joins the try under way.
 * @template T
 * @param {string} key
 * @param {() => Promise<T>} attempt
 * @returns {Promise<T>}
 */
export function once(key, attempt) {
  const going = underway.get(key) ?? attempt().finally(() => underway.delete(key));
  underway.set(key, going);
  return going;
}
