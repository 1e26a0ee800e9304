/** One question: its label, hint, error, reason and entry belong together. */
import { button, fill, h } from '../shared/dom.js';
import * as clock from '../shared/clock.js';
import { either, language, say, shown, titleOf } from './language.js';
import { asBefore, edit, typeFigure } from './editing.js';
import { pasteWhole, readInteger } from '../shared/numbers.js';
import { at, error, remarks } from './remarks.js';
import { askedOf } from './returned.js';
import { state } from './state.js';
import { looksPersonal } from '../shared/personal.js';

/** @typedef {import('./state.js').Ready} Ready */
/** @typedef {import('./checks.js').Checked} Checked */
/** @typedef {{ node: HTMLElement, update: (found: Checked) => void, settle: () => void }} Field */

/**
 * @param {Ready} now
 * @param {string} name
 * @param {(settled: boolean) => void} changed
 * @returns {Field}
 */
export function field(now, name, changed) {
  const figure = /** @type {import('../types').Figure} */ (now.form.properties[name]);
  return figure.type === 'boolean' ? yesOrNo(now, name, figure, changed) : count(now, name, figure, changed);
}

/**
 * @param {Ready} now
 * @param {string} name
 * @param {import('../types').Figure} figure
 * @param {(settled: boolean) => void} changed
 * @returns {Field}
 */
function count(now, name, figure, changed) {
  const said = remarks(now, name);
  const input = h('input', {
    id: name,
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    enterkeyhint: 'next',
    maxlength: 16,
    'aria-describedby': describedBy(name, figure),
    value: display(now.kept.typed[name] ?? ''),
    onpaste: pasteWhole,
    onfocus: () => input.select(), // what a button filled in is replaced by the first key
    oninput: () => {
      typeFigure(now, name, input.value);
      changed(false);
    },
    onchange: () => {
      input.value = display(input.value);
      changed(true);
    },
  });
  const same = before(now, name, () => {
    asBefore(now, name);
    input.value = display(now.kept.typed[name] ?? '');
    changed(true);
  });
  const counted = figure.counted_in
    ? h('span', { class: 'counted', id: `${name}-counted` }, either(figure.counted_in))
    : null;
  const node = h(
    'div',
    { class: 'field', id: `${name}-field` },
    h('label', { for: name }, titleOf(figure)),
    hint(name, figure),
    said.node,
    h('div', { class: 'entry' }, input, counted, same.node),
  );
  return {
    node,
    update: update(node, input, said, same),
    settle: () => {
      input.value = display(now.kept.typed[name] ?? '');
    },
  };
}

/**
 * @param {Ready} now
 * @param {string} name
 * @param {import('../types').Figure} figure
 * @param {(settled: boolean) => void} changed
 * @returns {Field}
 */
function yesOrNo(now, name, figure, changed) {
  const said = remarks(now, name);
  const choices = /** @type {const} */ ([
    ['true', 'yes'],
    ['false', 'no'],
    ['', 'leaveBlank'],
  ]);
  const inputs = choices.map(([value]) =>
    h('input', {
      type: 'radio',
      name,
      value,
      id: value === 'true' ? name : `${name}-${value || 'blank'}`,
      onchange: () => {
        typeFigure(now, name, value);
        changed(true);
      },
    }),
  );
  const settle = () =>
    inputs.forEach((input) => {
      input.checked = input.value === (now.kept.typed[name] ?? '');
    });
  settle();
  const same = before(now, name, () => {
    asBefore(now, name);
    settle();
    changed(true);
  });
  const node = h(
    'fieldset',
    { class: 'field', id: `${name}-field`, 'aria-describedby': describedBy(name, figure) },
    h('legend', {}, titleOf(figure)),
    hint(name, figure),
    said.node,
    h(
      'div',
      { class: 'choices' },
      choices.map(([, key], i) => h('label', {}, inputs[i], h('span', {}, say(key)))),
    ),
    h('div', { class: 'entry' }, same.node),
  );
  return { node, update: update(node, /** @type {HTMLInputElement} */ (inputs[0]), said, same), settle };
}

/**
 * @param {HTMLElement} node
 * @param {HTMLInputElement} input
 * @param {{ update: (found: Checked) => boolean }} said
 * @param {{ update: () => void }} same
 */
const update = (node, input, said, same) => (/** @type {Checked} */ found) => {
  const wrong = said.update(found);
  node.classList.toggle('wrong', wrong);
  if (input.type === 'text') input.setAttribute('aria-invalid', String(wrong));
  same.update();
};

/** @param {string} name @param {import('../types').Figure} figure */
const hint = (name, figure) =>
  figure.description
    ? h(
        'p',
        { class: 'hint', id: `${name}-hint` },
        (language() === 'vi' ? figure.description : figure.description_en) ?? '',
      )
    : null;

/** @param {string} name @param {import('../types').Figure} figure */
const describedBy = (name, figure) =>
  [figure.description && `${name}-hint`, `${name}-remarks`, figure.counted_in && `${name}-counted`]
    .filter(Boolean)
    .join(' ');

/**
 * What it was in the last report, as a button that takes it over.
 * @param {Ready} now
 * @param {string} name
 * @param {() => void} take
 */
function before(now, name, take) {
  const known = now.report.baseline.stocks[name];
  if (!known) return { node: null, update: () => undefined };
  const yesterday = known.day === clock.daysAfter(now.campaign.today, -1);
  const value = typeof known.value === 'number' ? shown(known.value) : say(known.value ? 'yes' : 'no');
  const node = button('', take, { class: 'same' });
  const refresh = () => {
    const taken = sameValue(now.kept.typed[name] ?? '', known.value);
    fill(node, yesterday ? say('asYesterday', { value }) : say('asOn', { value, day: clock.shortDay(known.day) }));
    node.setAttribute('aria-pressed', String(taken));
  };
  refresh();
  return { node, update: refresh };
}

/** @param {string} typed @param {import('../types').Value} value */
const sameValue = (typed, value) =>
  typeof value === 'number' ? readInteger(typed) === value : typed === String(value);

/** "1234" as "1.234"; what is no number stays as typed. @param {string} typed */
function display(typed) {
  const number = readInteger(typed);
  return number === null ? typed : shown(number);
}

/** A text of the report, with the characters left. @param {Ready} now @param {'difficulties' | 'proposals'} name */
export function note(now, name) {
  const limit = 1000;
  const left = h('p', { class: 'hint', id: `${name}-left`, 'aria-live': 'polite' });
  const wrong = h('div', { id: `${name}-remarks` }, state.problems.filter(at(name)).map(error));
  const somebody = h('p', { class: 'finding', id: `${name}-somebody`, role: 'status' });
  const ask = () => {
    const found = looksPersonal(input.value).map(({ text }) => `“${text}”`);
    fill(somebody, found.length > 0 && say('namesSomebody', { found: found.join(', ') }));
    somebody.hidden = found.length === 0;
  };
  const count = () => fill(left, say('charactersLeft', { count: limit - input.value.length }));
  const input = h('textarea', {
    id: name,
    rows: 4,
    maxlength: limit,
    dir: 'auto',
    'aria-describedby': `${name}-asked ${name}-remarks ${name}-left`,
    onchange: () => ask(),
    oninput: () => {
      edit(now, (kept) => {
        kept.notes[name] = input.value;
      });
      fill(wrong);
      count();
    },
  });
  input.value = now.kept.notes[name] ?? '';
  count();
  ask();
  return h(
    'div',
    { class: 'field', id: `${name}-field` },
    h('label', { for: name }, say(name)),
    h('p', { class: 'hint' }, say(`${name}Hint`)),
    h('div', { id: `${name}-asked` }, askedOf(now.report, name)),
    wrong,
    input,
    somebody,
    left,
  );
}
