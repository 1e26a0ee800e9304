/** Who is shown: by unit in the campaign's order, searched without accents, numbers in any notation. */
import { folded } from '../shared/fold.js';

/** @typedef {import('../directory').Person} Person */
/** @typedef {import('../directory').Group} Group */
/** @typedef {import('../directory').Directory} Directory */
/** @typedef {Pick<import('../directory').View, 'query' | 'show'>} Wanted */

/** @param {Directory} directory @param {Wanted} wanted @returns {Group[]} */
export function groups(directory, { query, show }) {
  const all = allGroups(directory).map((group) => kept(group, show)).filter((group) => group !== null);
  const wanted = folded(query);
  if (!wanted) return all;
  const asTyped = searched(all, [wanted]);
  return asTyped.length ? asTyped : searched(all, wanted.split(' '));
}

/** @param {Directory} directory @returns {Group[]} */
function allGroups({ units, people, units_without_reporter: without }) {
  /** @type {Map<string, Person[]>} */
  const of = new Map(units.map(({ code }) => [code, []]));
  for (const person of people) of.get(person.unit)?.push(person);
  return units.map((unit) => ({
    unit,
    people: of.get(unit.code) ?? [],
    without: without.includes(unit.code),
  }));
}

/** @param {Group} group @param {Wanted['show']} show @returns {Group | null} */
function kept(group, show) {
  if (show === 'unreported') return group.without ? group : null;
  if (show === 'all') return group;
  const people = group.people.filter(({ stopped }) => stopped.length > 0);
  return people.length ? { ...group, people } : null;
}

/** @param {Group[]} all @param {string[]} words each is to be found in the unit or in the person */
function searched(all, words) {
  return all.flatMap((group) => {
    const { code, names } = group.unit;
    const ofUnit = folded(`${code} ${names.vi} ${names.en}`);
    const rest = words.filter((word) => !ofUnit.includes(word));
    if (!rest.length) return [group];
    const people = group.people.filter((person) => rest.every((word) => isIn(person, word)));
    return people.length ? [{ ...group, people }] : [];
  });
}

/** @param {Person} person @param {string} word */
function isIn({ name, email, phone }, word) {
  if (folded(`${name} ${email ?? ''}`).includes(word)) return true;
  const digits = word.replace(/[\s.+()-]/g, '');
  return phone !== null && /^\d{3,}$/.test(digits) && `${phone} 0${phone.slice(3)}`.includes(digits);
}
