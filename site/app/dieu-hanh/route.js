/** Which day and which unit the address names: `#ngay=2025-08-01&don-vi=00004`. Without a day: today. */

/** @typedef {{ day: string, unit: string }} Route */

/** @param {string} hash @returns {Route} */
export function routeOf(hash) {
  const named = new URLSearchParams(hash.replace(/^#/, ''));
  const day = named.get('ngay') ?? '';
  const unit = named.get('don-vi') ?? '';
  return { day: /^\d{4}-\d\d-\d\d$/.test(day) ? day : '', unit: /^[\w-]{1,20}$/.test(unit) ? unit : '' };
}

/** @param {Partial<Route>} route @param {string} today */
export function hashOf({ day = '', unit = '' }, today) {
  const parts = [day && day !== today ? `ngay=${day}` : '', unit ? `don-vi=${unit}` : ''].filter(Boolean);
  return `#${parts.join('&')}`;
}
