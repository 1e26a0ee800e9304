/** What the address names: `#ngay=2025-08-01&xem=tong-hop&don-vi=00004`. Without a day: today; without a view: the list. */

/** @typedef {import('../board').Shown} Shown */
/** @typedef {{ day: string, unit: string, view: Shown }} Route */

/** The views in the order of their tabs; the list of units has no name in the address. @type {Shown[]} */
export const VIEWS = ['', 'tong-hop', 'ky', 'nhac', 'can-goi'];

/** @param {string} hash @returns {Route} */
export function routeOf(hash) {
  const named = new URLSearchParams(hash.replace(/^#/, ''));
  const day = named.get('ngay') ?? '';
  const unit = named.get('don-vi') ?? '';
  return {
    day: /^\d{4}-\d\d-\d\d$/.test(day) ? day : '',
    unit: /^[\w-]{1,20}$/.test(unit) ? unit : '',
    view: VIEWS.find((view) => view === named.get('xem')) ?? '',
  };
}

/** @param {Partial<Route>} route @param {string} today */
export function hashOf({ day = '', unit = '', view = '' }, today) {
  const parts = [
    day && day !== today ? `ngay=${day}` : '',
    view ? `xem=${view}` : '',
    unit ? `don-vi=${unit}` : '',
  ].filter(Boolean);
  return `#${parts.join('&')}`;
}
