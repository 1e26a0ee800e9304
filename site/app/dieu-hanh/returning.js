/** Returning a report: which fields, and why. */
import { button, h } from '../shared/dom.js';
import { ask } from '../shared/dialog.js';
import { announce } from '../shared/notices.js';
import { decide, overtaken } from './deciding.js';
import { either, say, titleOf } from './language.js';
import { rowOf } from './state.js';

/** @typedef {import('../types').Form} Form */

/** @param {string} code @param {Form} form @param {string[]} doubtful fields that a finding names */
export function askReturn(code, form, doubtful) {
  const row = rowOf(code);
  if (!row) return;
  const unit = either(row.unit.names);
  const lines = h('div', { class: 'fields' });
  const add = (/** @type {string} */ chosen) => lines.append(line(form, chosen, lines.childElementCount));
  (doubtful.length ? doubtful : ['']).forEach(add);
  const more = button(
    say('addField'),
    () => {
      add('');
      lines.lastElementChild?.querySelector('select')?.focus();
    },
    { class: 'button small' },
  );
  ask({
    title: say('sendBackTitle', { unit }),
    body: [h('p', { class: 'hint' }, say('sendBackHelp')), lines, h('p', {}, more)],
    submit: say('sendBack'),
    send: () => returned(code, lines, unit),
    overtaken: overtaken(code),
    wide: 'wide',
  });
}

/** @param {Form} form @param {string} chosen @param {number} number */
function line(form, chosen, number) {
  const groups = form.groups.map((group) =>
    h(
      'optgroup',
      { label: titleOf(group) },
      Object.entries(form.properties)
        .filter(([, figure]) => figure.group === group.id)
        .map(([name, figure]) => h('option', { value: name, selected: name === chosen }, titleOf(figure))),
    ),
  );
  const notes = /** @type {const} */ (['difficulties', 'proposals']).map((name) =>
    h('option', { value: name }, say(name)),
  );
  const select = h('select', { id: `field-${number}` }, h('option', { value: '' }, say('chooseField')), groups, notes);
  const reason = h('input', { type: 'text', maxlength: 1000, id: `why-${number}` });
  return h(
    'div',
    { class: 'pair' },
    h('div', {}, h('label', { for: `field-${number}` }, say('field')), select),
    h('div', {}, h('label', { for: `why-${number}` }, say('reason')), reason),
  );
}

/** @param {string} code @param {HTMLElement} lines @param {string} unit */
async function returned(code, lines, unit) {
  /** @type {Record<string, string>} */
  const fields = {};
  for (const pair of lines.children) {
    const name = pair.querySelector('select')?.value ?? '';
    const reason = pair.querySelector('input')?.value.trim() ?? '';
    if (Boolean(name) && Boolean(reason)) fields[name] = reason;
    else if (reason) return say('fieldNeeded');
  }
  if (!Object.keys(fields).length) return say('fieldNeeded');
  const fate = await decide(code, 'return', { fields });
  if (fate === null) announce(say('sentBack', { unit }));
  return fate;
}
