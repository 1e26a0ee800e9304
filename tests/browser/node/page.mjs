/** What the phone page's modules ask of a browser, with two units' links and one cookie; no storage, no screen. */

export const A = { code: '00004', kind: 'commune', names: { vi: 'Phường Ba Đình', en: 'Ba Đình Ward' } };
export const B = { code: '00008', kind: 'commune', names: { vi: 'Phường Ngọc Hà', en: 'Ngọc Hà Ward' } };
export const LINKS = { aaaaAAAAaaaaAAAAaaaa12: A, bbbbBBBBbbbbBBBBbbbb34: B };
export const [LINK_A, LINK_B] = /** @type {[string, string]} */ (Object.keys(LINKS));
export const TODAY = '2025-08-02';
/** The session that each link opens, as the service names it. */
const IDS = { [LINK_A]: 'l-m3Vkpxec', [LINK_B]: 'l-B' };

/** What the service is: `cookie` the link whose session the browser has; `reachable`; `asked` for which tokens. */
export const service = { cookie: /** @type {string | null} */ (null), reachable: true, refuses: false, asked: /** @type {string[]} */ ([]) };

/** What the modules have told each other. @type {string[]} */
export const told = [];
globalThis.dispatchEvent = (event) => Boolean(told.push(event.type));

const noted = new Map();
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (/** @type {string} */ name) => noted.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => noted.set(name, value),
    removeItem: (/** @type {string} */ name) => noted.delete(name),
  },
});

globalThis.location = /** @type {any} */ ({ hash: '', search: '', pathname: '/bao-cao', origin: 'https://giaoban.invalid' });
globalThis.history = /** @type {any} */ ({ replaceState: (_state, _title, address) => go(address) });

/** @param {string} address */
export function go(address) {
  const { hash, search, pathname } = new URL(address, 'https://giaoban.invalid/bao-cao');
  Object.assign(location, { hash, search, pathname });
}

globalThis.fetch = /** @type {any} */ (
  async (/** @type {string} */ url, /** @type {{ method: string, body?: string }} */ { method, body }) => {
    if (!service.reachable) throw new TypeError('offline');
    const told = answer(method, url, body ? JSON.parse(body) : {});
    return { ok: told !== null, status: told ? 200 : 401, headers: new Map([['Content-Type', 'application/json']]), json: async () => told ?? {} };
  }
);

/** @param {string} method @param {string} url @param {{ token?: string }} body */
function answer(method, url, { token = '' }) {
  if (method === 'POST') {
    service.asked.push(token);
    if (service.refuses || !(token in LINKS)) return null;
    service.cookie = token;
  }
  if (service.cookie === null) return null;
  const unit = LINKS[service.cookie];
  if (url.endsWith('/session')) return { role: 'reporter', campaign: 'hanoi-45', unit, link: IDS[service.cookie], lands: null, may: [] };
  if (url.includes('/reports/')) return { unit: unit.code, day: TODAY, revision: 0, submission_id: null, figures: {}, notes: {} };
  if (url.includes('/forms/')) return { properties: {}, groups: [] };
  const days = { first_day: '2025-07-24', days: 45, today: TODAY, day_number: 10, corrections_close: '2025-08-04T16:00:00+07:00' };
  return { slug: 'hanoi-45', ...days, server_time: `${TODAY}T15:20:00+07:00` };
}
