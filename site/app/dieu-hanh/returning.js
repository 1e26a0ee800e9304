/** Returning a report: which fields, and why. What a finding names stands there already, with the finding as its reason. */
import { button, h } from '../shared/dom.js';
import { ask } from '../shared/dialog.js';
import { field, mark } from '../shared/field.js';
import { announce } from '../shared/notices.js';
import { decide, overtaken } from './deciding.js';
import { either, say, titleOf } from './language.js';
import { rowOf } from './state.js';
import { wayTo } from './way.js';

/** @typedef {import('../types').Form} Form */
/** @typedef {import('../types').Finding} Finding */

/** @param {string} code @param {Form} form @param {Finding[]} findings */
export function askReturn(code, form, findings) {
  const row = rowOf(code);
  if (!row) return;
  const unit = either(row.unit.names);
  const lines = h('div', { class: 'fields' });
  let count = 0;
  const add = (/** @type {string} */ chosen, why = '') => lines.append(line(form, chosen, why, count++));
  const asked = reasons(findings);
  asked.forEach(([name, why]) => add(name, why));
  if (!asked.length) add('');
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

/**
 * One field for each finding that nobody has explained, with the sentence that the unit will read.
 * @param {Finding[]} findings
 * @returns {[string, string][]}
 */
export function reasons(findings) {
  /** @type {Map<string, string[]>} */
  const by = new Map();
  for (const { figures, explanation, vi } of findings) {
    const [name] = figures;
    if (name && !explanation) by.set(name, [...(by.get(name) ?? []), vi]);
  }
  return [...by].map(([name, said]) => [name, said.join(' ')]);
}

/** @param {Form} form @param {string} chosen @param {string} why @param {number} number */
function line(form, chosen, why, number) {
  const reason = h('textarea', { rows: 2, maxlength: 1000 });
  reason.value = why;
  const pair = h(
    'div',
    { class: 'pair' },
    field(`field-${number}`, say('field'), fieldChoice(form, chosen)),
    field(`why-${number}`, say('reason'), reason),
    button(say('dropField'), drop, { class: 'link' }),
  );
  return pair;

  function drop() {
    const next = pair.nextElementSibling ?? pair.previousElementSibling ?? pair.closest('form');
    pair.remove();
    next?.querySelector('button')?.focus();
  }
}

/** @param {Form} form @param {string} chosen */
function fieldChoice(form, chosen) {
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
  return h('select', {}, h('option', { value: '' }, say('chooseField')), groups, notes);
}

/** @param {string} code @param {HTMLElement} lines @param {string} unit */
async function returned(code, lines, unit) {
  /** @type {Record<string, string>} */
  const fields = {};
  for (const pair of lines.children) {
    const select = pair.querySelector('select');
    const reason = pair.querySelector('textarea');
    if (!select || !reason) continue;
    const [name, why] = [select.value, reason.value.trim()];
    if (name && !why) return mark(reason, say('reasonNeeded'));
    if (why && !name) return mark(select, say('fieldNeeded'));
    if (name) fields[name] = [fields[name], why].filter(Boolean).join(' ');
  }
  if (!Object.keys(fields).length) return say('fieldNeeded');
  const fate = await decide(code, 'return', { fields });
  if (fate === null) announce(say('sentBack', { unit }), wayTo(code));
  return fate;
}
