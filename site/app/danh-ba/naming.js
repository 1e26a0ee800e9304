/** Naming who reports: from the list for a unit that has nobody, and on a screen of its own for the unit's leader. */
import { button, byId, fill, h } from '../shared/dom.js';
import { tell } from '../shared/news.js';
import { ask } from '../shared/dialog.js';
import { markRefused } from '../shared/field.js';
import { announce } from '../shared/notices.js';
import { explain } from '../shared/refusal.js';
import * as api from './api.js';
import { contact, contactFields, missing, said } from './contact.js';
import { unitName } from './doing.js';
import { either, say } from './language.js';
import { slug, state } from './state.js';

/** @typedef {import('./contact.js').Contact} Contact */

/** @param {string} unit */
export function askReporter(unit) {
  const fields = contact();
  ask({
    title: say('nameTitle'),
    body: [h('p', { class: 'about' }, unitName(unit)), h('p', { class: 'hint' }, say('nameConsent')), contactFields(fields)],
    submit: say('nameDo'),
    send: async () => {
      const fate = await name(unit, fields);
      if (fate !== null) return fate;
      announce(say('namedNow'));
      tell('old');
      return null;
    },
  });
}

/** @param {string} unit @param {Contact} fields @returns {Promise<import('../shared/refusal.js').Fate | string | null>} */
async function name(unit, fields) {
  const wrong = missing(fields);
  if (wrong) return wrong;
  const answer = await api.nameReporter(slug(), unit, said(fields));
  return answer.ok ? null : markRefused({ ...fields }, answer);
}

/** For a unit's leader, who sees nothing else of the directory. */
export function drawNaming() {
  const unit = state.session?.unit;
  if (!unit) return;
  const fields = contact();
  const refusal = h('div', { class: 'refusal', role: 'alert' });
  const submit = h('button', { class: 'button primary' }, say('nameDo'));
  const act = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (submit.getAttribute('aria-disabled') === 'true') return;
    submit.setAttribute('aria-disabled', 'true');
    fill(refusal);
    const fate = await name(unit.code, fields);
    submit.removeAttribute('aria-disabled');
    if (fate === null) return drawNamed();
    explain(refusal, fate);
  };
  fill(
    byId('page'),
    h(
      'form',
      { class: 'gate', novalidate: true, onsubmit: act },
      h('h2', {}, h('bdi', {}, either(unit.names))),
      h('p', {}, say('nameHelp')),
      contactFields(fields),
      h('p', { class: 'hint' }, say('nameConsent')),
      refusal,
      h('p', { class: 'links' }, submit, home()),
    ),
  );
}

function drawNamed() {
  const heading = h('h2', { tabindex: -1 }, say('nameDone'));
  fill(
    byId('page'),
    h(
      'div',
      { class: 'gate' },
      heading,
      h('p', {}, say('nameDoneHelp')),
      h('p', { class: 'links' }, home(), button(say('nameAnother'), drawNaming)),
    ),
  );
  heading.focus();
}

const home = () => h('a', { class: 'button', href: '/bao-cao' }, say('toTheForm'));
