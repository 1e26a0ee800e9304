/** Whether a report may wait on this phone, readable at once: the first request goes out before the storage can answer. */
const NOTED = 'giaoban.waits';

export function mayWait() {
  try {
    return localStorage.getItem(NOTED) !== null;
  } catch {
    return false; // storage is forbidden: nothing waits from an earlier visit
  }
}

/** @param {boolean} waits */
export function noteWaiting(waits) {
  try {
    if (waits) localStorage.setItem(NOTED, '1');
    else localStorage.removeItem(NOTED);
  } catch {
    /* as above */
  }
}
