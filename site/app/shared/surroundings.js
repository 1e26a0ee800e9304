/** What the browser around a page can do: work offline, or only show the page (Zalo's own browser). */

const IDLE_MS = 1500;

/** Fetches the page for offline use, once the person can already type. @param {string} page its address without the slash */
export function keepOffline(page) {
  if (!('serviceWorker' in navigator)) return;
  const register = () => navigator.serviceWorker.register(`/${page}-sw.js`, { scope: `/${page}` });
  setTimeout(() => register().catch(() => undefined), IDLE_MS);
  void navigator.serviceWorker.ready.then(() => {
    document.documentElement.dataset.offline = 'ready';
  });
}

/** Inside another app: no worker, often no lasting storage, and no address bar. */
export const insideAnotherApp = () => /Zalo|FBAN|FBAV|; wv\)/.test(navigator.userAgent);

/** @param {string} text @returns {Promise<boolean>} whether it is on the clipboard now */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // not allowed, or an old browser: the text stands on the screen to be copied by hand
    return false;
  }
}

/**
 * Hands a text to the phone's own "share" sheet.
 * @param {string} text
 * @returns {Promise<boolean>} false where there is none
 */
export async function share(text) {
  if (!navigator.share) return false;
  await navigator.share({ text }).catch(() => undefined); // the person closed the sheet: nothing to say
  return true;
}

/** Puts a text into the phone's downloads. @param {string} name @param {string} text */
export function download(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
