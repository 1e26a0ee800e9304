/** What the page shows at this moment, and what whoever is signed in may do. Nothing of it outlasts the page. */

/** @type {import('../directory').View} */
export const state = { campaign: null, session: null, directory: null, query: '', show: 'all' };

export const slug = () => state.campaign?.slug ?? '';

const ROUTES = {
  read: 'GET /v1/campaigns/{c}/directory',
  import: 'POST /v1/campaigns/{c}/directory/import',
  edit: 'PUT /v1/campaigns/{c}/directory/people/{id}',
  remove: 'DELETE /v1/campaigns/{c}/directory/people/{id}',
  endLinks: 'DELETE /v1/campaigns/{c}/directory/people/{id}/links',
  endUnitsLinks: 'DELETE /v1/campaigns/{c}/units/{u}/links',
  name: 'POST /v1/campaigns/{c}/units/{u}/reporter',
  board: 'GET /v1/campaigns/{c}/days/{d}',
};

/** @param {keyof typeof ROUTES} what */
export const may = (what) => state.session?.may.includes(ROUTES[what]) ?? false;

/** @param {string} code */
export const unitOf = (code) => state.directory?.units.find((unit) => unit.code === code) ?? null;

/** Puts somebody as the service has just answered them. @param {import('../directory').Person} person */
export function putPerson(person) {
  const { directory } = state;
  if (!directory) return;
  const people = directory.people.map((each) => (each.id === person.id ? person : each));
  state.directory = { ...directory, people };
}
