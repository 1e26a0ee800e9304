/** Which screen the address names. The back button goes one screen back because each has its address. */

/** @typedef {{ screen: 'step' | 'review' | 'receipt' | 'conflict' | 'history' | 'phone', step: number, field: string }} Route */

const NAMES = /** @type {const} */ ({
  'xem-lai': 'review',
  'da-gui': 'receipt',
  'hai-ban': 'conflict',
  'lich-su': 'history',
  'tren-may': 'phone',
});

/** @param {string} hash @returns {Route | null} null when the address names no screen */
export function routeOf(hash) {
  const [name = '', field = ''] = hash.replace(/^#/, '').split('/');
  const step = /^buoc-(\d{1,2})$/.exec(name);
  if (step) return { screen: 'step', step: Number(step[1]) - 1, field };
  const known = Object.prototype.hasOwnProperty.call(NAMES, name);
  const screen = known && NAMES[/** @type {keyof typeof NAMES} */ (name)];
  return screen ? { screen, step: 0, field } : null;
}

/** @param {number} step @param {string} [field] */
export const stepHash = (step, field) => `#buoc-${step + 1}${field ? `/${field}` : ''}`;

export const REVIEW = '#xem-lai';
export const RECEIPT = '#da-gui';
export const CONFLICT = '#hai-ban';
export const HISTORY = '#lich-su';
export const PHONE = '#tren-may';

/** @param {string} hash */
export const go = (hash) => {
  if (location.hash === hash) dispatchEvent(new HashChangeEvent('hashchange'));
  else location.hash = hash;
};

/** To where a visit begins: what was sent, or where the person stopped. */
export function goToFirst() {
  history.replaceState(null, '', location.pathname + location.search);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Goes there so that "back" does not return to where we were. @param {string} hash */
export function goInstead(hash) {
  history.replaceState(null, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
