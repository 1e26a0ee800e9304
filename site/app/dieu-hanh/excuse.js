/** Excusing one unit or many, and taking an excuse back. */
import { h } from '../shared/dom.js';
import { tell } from '../shared/news.js';
import { ask } from '../shared/dialog.js';
import { field } from '../shared/field.js';
import { announce } from '../shared/notices.js';
import * as api from './api.js';
import { decide, overtaken } from './deciding.js';
import { either, say } from './language.js';
import { rowOf, selected, state } from './state.js';
import { wayTo } from './way.js';

const reasonInput = () => h('textarea', { rows: 3, maxlength: 1000, required: true, autofocus: true });

/** @param {string} code */
export function askExcuse(code) {
  const row = rowOf(code);
  if (!row) return;
  const unit = either(row.unit.names);
  const reason = reasonInput();
  ask({
    title: say('excuseTitle', { unit }),
    body: [h('p', { class: 'hint' }, say('excuseHelp')), field('reason', say('reason'), reason)],
    submit: say('excuse'),
    send: () => decided(code, reason, false, say('excused', { unit })),
    overtaken: overtaken(code),
  });
}

/** @param {string} code */
export function askWithdraw(code) {
  const row = rowOf(code);
  if (!row) return;
  const unit = either(row.unit.names);
  const reason = reasonInput();
  ask({
    title: say('withdrawTitle', { unit }),
    body: [field('reason', say('reason'), reason)],
    submit: say('withdraw'),
    send: () => decided(code, reason, true, say('withdrawn', { unit })),
    overtaken: overtaken(code),
  });
}

/** @param {string} code @param {HTMLTextAreaElement} input @param {boolean} withdraw @param {string} done */
async function decided(code, input, withdraw, done) {
  const reason = input.value.trim();
  if (!reason) return missing(input);
  const fate = await decide(code, 'excuse', { reason, withdraw });
  if (fate === null) announce(done, wayTo(code));
  return fate;
}

/** @param {HTMLElement} input */
export function missing(input) {
  input.setAttribute('aria-invalid', 'true');
  input.focus();
  return say('reasonNeeded');
}

/** @param {string[]} codes */
export function askExcuseMany(codes) {
  const names = codes.map((code) => rowOf(code)).map((row) => (row ? either(row.unit.names) : ''));
  const reason = reasonInput();
  ask({
    title: say('excuseManyTitle', { count: codes.length }),
    body: [
      h('p', { class: 'names' }, names.join(', ')),
      h('p', { class: 'hint' }, say('excuseHelp')),
      field('reason', say('reason'), reason),
    ],
    submit: say('excuse'),
    send: () => decidedMany(codes, reason),
  });
}

/** @param {string[]} units @param {HTMLTextAreaElement} input */
async function decidedMany(units, input) {
  const reason = input.value.trim();
  if (!reason) return missing(input);
  if (!state.campaign) return null;
  const answer = await api.excuseMany(state.campaign.slug, state.day, { units, reason });
  if (!answer.ok) return answer;
  const { excused, unchanged } = answer.body;
  announce(say('excusedMany', { count: excused.length, unchanged: unchanged.length }));
  selected().clear();
  state.tag = '';
  tell('old');
  return null;
}
