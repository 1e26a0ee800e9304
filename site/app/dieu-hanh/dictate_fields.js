/** The fields of a dictated report: a plain form made from the campaign's own. */
import { h } from '../shared/dom.js';
import { field } from '../shared/field.js';
import { pasteWhole } from '../shared/numbers.js';
import { say, titleOf, valueText } from './language.js';
import { ownName } from './state.js';

/** @typedef {import('../board').StaffReport} StaffReport */
/** @typedef {import('./dictation.js').Dictation} Dictation */
/** @typedef {import('./dictation.js').Control} Control */

/** @param {Dictation} d @returns {import('../types').Child[]} */
export const fields = (d) => [people(d), figures(d), notes(d), ticks(d)];

/**
 * @template {Control} C
 * @param {Dictation} dictation
 * @param {string} path
 * @param {string} label
 * @param {C} control
 * @param {string} [hint]
 */
function put(dictation, path, label, control, hint) {
  dictation.controls.set(path, control);
  return field(`d${path.replace(/\W/g, '-')}`, label, control, hint);
}

/** @param {Dictation} d */
const people = (d) => [
  put(
    d,
    '/told_by',
    say('toldBy'),
    h('input', { type: 'text', maxlength: 200, required: true, autofocus: true, autocomplete: 'off' }),
  ),
  h('p', { class: 'hint' }, say('enteredBy'), ' ', h('bdi', {}, ownName())),
];

/** @param {Dictation} d */
const figures = (d) =>
  d.form.groups.map((group) =>
    h(
      'fieldset',
      {},
      h('legend', {}, titleOf(group)),
      h(
        'div',
        { class: 'grid' },
        Object.entries(d.form.properties)
          .filter(([, figure]) => figure.group === group.id)
          .map(([name, figure]) =>
            put(d, `/figures/${name}`, titleOf(figure), control(figure, d.report.figures[name]), known(d.report, name)),
          ),
      ),
    ),
  );

/** @param {import('../types').Figure} figure @param {import('../types').Value | undefined} value */
function control(figure, value) {
  if (figure.type === 'integer')
    return h('input', {
      type: 'text',
      inputmode: 'numeric',
      autocomplete: 'off',
      onpaste: pasteWhole,
      value: value === undefined ? '' : valueText(value),
    });
  const options = [
    ['', say('blank')],
    ['true', say('yes')],
    ['false', say('no')],
  ];
  return h(
    'select',
    {},
    options.map(([of, label]) => h('option', { value: of, selected: of === String(value ?? '') }, label)),
  );
}

/** @param {StaffReport} report @param {string} name */
function known(report, name) {
  const stock = report.baseline.stocks[name];
  const usual = report.baseline.usual[name];
  if (stock) return say('lastTime', { value: valueText(stock.value) });
  return usual === undefined ? undefined : say('usually', { value: valueText(usual) });
}

/** @param {Dictation} d */
function notes(d) {
  const written = /** @type {const} */ (['difficulties', 'proposals']).map((name) => {
    const text = h('textarea', { rows: 2, maxlength: 1000 });
    text.value = d.report.notes[name] ?? '';
    return put(d, `/notes/${name}`, say(name), text);
  });
  return h('fieldset', {}, h('legend', {}, say('notes')), written);
}

/** @param {Dictation} d */
const ticks = (d) =>
  h('div', { class: 'choices' }, [
    tick(d, '/complete', say('partOnly'), d.report.complete === false),
    tick(d, '/nothing_to_report', say('nothing'), d.report.nothing_to_report === true),
  ]);

/** @param {Dictation} d @param {string} path @param {string} label @param {boolean} checked */
function tick(d, path, label, checked) {
  const box = h('input', { type: 'checkbox', checked });
  d.controls.set(path, box);
  return h('label', {}, box, label);
}
