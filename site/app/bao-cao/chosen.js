/**
 * The day that was chosen in this tab. A phone that is short of memory throws a page away and loads it again behind the
 * officer's back: yesterday's figures must not go on in today's form. Tomorrow the choice counts no more.
 */

const NAME = 'giaoban-day';

/** @param {string} today @param {string} day */
export function chooseDay(today, day) {
  try {
    sessionStorage.setItem(NAME, `${today} ${day}`);
  } catch {
    // forbidden: the page begins with today's report again, and the strip of days stands above it
  }
}

/** @param {string} today @returns {string | null} */
export function chosenDay(today) {
  try {
    const [on, day = null] = sessionStorage.getItem(NAME)?.split(' ') ?? [];
    return on === today ? day : null;
  } catch {
    return null;
  }
}
