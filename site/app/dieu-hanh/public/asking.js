/** Before a text is made public, or hidden again: the text itself, what it means, and what in it looks like somebody's. */
import { h, written } from '../../shared/dom.js';
import { ask } from '../../shared/dialog.js';
import { announce } from '../../shared/notices.js';
import { decide, overtaken } from '../deciding.js';
import { either } from '../language.js';
import { rowOf } from '../state.js';
import { aboutWords } from '../words.js';
import { say, sayWord } from './language.js';

/** @typedef {import('../../board').StaffReport} StaffReport */
/** @typedef {import('../../board').FreeText} FreeText */

/** @param {StaffReport} report @param {FreeText} text */
export function askPublish(report, text) {
  const unit = nameOf(report.unit);
  const doubtful = text.looks_personal.length > 0;
  const box = h('input', { type: 'checkbox', id: 'looked-at' });
  ask({
    title: say('publishTitle', { unit }),
    body: [
      quoted(text),
      h('p', { class: 'notice warn' }, h('b', {}, say('anybody')), ' ', say('noNames')),
      doubtful ? suspicions(text, box) : h('p', { class: 'hint' }, say('nothingFound')),
      h('p', { class: 'hint' }, say('whenNext')),
    ],
    submit: say('publish'),
    send: async () => {
      if (doubtful && !box.checked) return missing(box);
      const said = doubtful ? { looked_at: true } : {};
      return sent(report.unit, { ...named(text), ...said }, say('published', { unit }));
    },
    overtaken: overtaken(report.unit),
  });
}

/** @param {StaffReport} report @param {FreeText} text @param {import('./standing.js').Standing} stands */
export function askHide(report, text, stands) {
  const unit = nameOf(report.unit);
  ask({
    title: say('hideTitle', { unit }),
    body: [quoted(text), h('p', {}, say(stands === 'shown' ? 'shownUntil' : 'neverShown'))],
    submit: say('hide'),
    send: () => sent(report.unit, { ...named(text), withdraw: true }, say('hidden', { unit })),
    overtaken: overtaken(report.unit),
  });
}

/** @param {FreeText} text */
const quoted = (text) => [
  h('p', { class: 'hint' }, aboutWords(text.about)),
  h('blockquote', { class: 'note' }, written(text.text)),
];

/** @param {FreeText} text @param {HTMLInputElement} box */
const suspicions = (text, box) =>
  h(
    'div',
    { class: 'suspicions' },
    h('p', {}, say('found')),
    h(
      'ul',
      {},
      text.looks_personal.map(({ kind, text }) =>
        h('li', {}, h('b', {}, written(text)), ' · ', sayWord(`looks_${kind}`)),
      ),
    ),
    h('label', { class: 'tick', for: 'looked-at' }, box, h('span', {}, say('lookedAt'))),
  );

/** @param {HTMLInputElement} box */
function missing(box) {
  box.setAttribute('aria-invalid', 'true');
  box.focus();
  return say('lookFirst');
}

/** The very text that was read here: if the unit has rewritten it since, the service refuses. @param {FreeText} text */
const named = ({ about, sha256 }) => ({ about, sha256 });

/** @param {string} code @param {object} said @param {string} done */
async function sent(code, said, done) {
  const fate = await decide(code, 'public', said);
  if (fate === null) announce(done);
  return fate;
}

/** @param {string} code */
function nameOf(code) {
  const row = rowOf(code);
  return row ? either(row.unit.names) : code;
}
