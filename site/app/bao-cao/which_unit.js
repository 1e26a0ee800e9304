/** Whose link is wanted: the unit by its name, with or without accents, from a short list. Nobody was ever told a code. */
import { button, fill, h } from '../shared/dom.js';
import { folded, matching } from '../shared/fold.js';
import * as api from './api.js';
import { either, say } from './language.js';

/** @typedef {import('../types').Unit} Unit */

const SHOWN = 6;

/**
 * @param {string | undefined} campaign
 * @returns {{ node: HTMLElement, chosen: () => Unit | null, ask: () => void }} `ask`: says that one has to be chosen
 */
export function whichUnit(campaign) {
  /** @type {Unit[] | null} */
  let all = null;
  /** @type {Unit | null} */
  let taken = null;
  const found = h('ul', { class: 'found' });
  const said = h('p', { class: 'hint', role: 'status' });
  const input = h('input', { id: 'unit-name', type: 'text', maxlength: 100, autocomplete: 'off', 'aria-describedby': 'unit-hint' });
  const take = (/** @type {Unit} */ unit) => {
    taken = unit;
    input.value = either(unit.names);
    fill(found);
    fill(said, say('unitChosen', { unit: input.value }));
  };
  const look = async () => {
    taken = null;
    all ??= await unitsOf(campaign);
    const those = all ? named(all, input.value) : [];
    fill(
      found,
      those.slice(0, SHOWN).map((unit) => h('li', {}, button(either(unit.names), () => take(unit)))),
    );
    fill(said, all ? count(those.length, input.value) : say('unreachable'));
    const [only] = those;
    if (only && those.length === 1 && isWhole(only, input.value)) take(only);
  };
  input.addEventListener('input', () => void look());
  const node = h(
    'div',
    { class: 'field' },
    h('label', { for: 'unit-name' }, say('unitName')),
    h('p', { class: 'hint', id: 'unit-hint' }, say('unitNameHint')),
    input,
    said,
    found,
  );
  const ask = () => {
    if (!said.textContent) fill(said, say('chooseUnit'));
    input.focus();
  };
  return { node, chosen: () => taken, ask };
}

/** @param {string | undefined} campaign @returns {Promise<Unit[] | null>} */
async function unitsOf(campaign) {
  const answer = campaign ? await api.units(campaign) : null;
  return answer?.ok ? answer.body.units : null;
}

/** Those with the words in their name, in either language, or with that code. @param {Unit[]} all @param {string} typed */
function named(all, typed) {
  if (!folded(typed)) return [];
  return matching(all, typed, ({ code, names }) => `${folded(names.vi)} ${folded(names.en)} ${code.toLowerCase()}`);
}

/** Whether nothing is left to choose. @param {Unit} unit @param {string} typed */
const isWhole = ({ code, names }, typed) => [names.vi, names.en, code].some((name) => folded(name) === folded(typed));

/** @param {number} count @param {string} typed */
function count(count, typed) {
  if (!typed.trim()) return '';
  return say(count === 0 ? 'noUnit' : count > SHOWN ? 'manyUnits' : 'chooseUnit', { count });
}
