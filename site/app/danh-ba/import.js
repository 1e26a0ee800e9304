/** A list from a file: looked at first, imported when somebody has said so. The file stays in memory, and only there. */
import { fill, h } from '../shared/dom.js';
import { tell } from '../shared/news.js';
import { ask } from '../shared/dialog.js';
import { announce } from '../shared/notices.js';
import { fateText } from '../shared/refusal.js';
import * as api from './api.js';
import { say } from './language.js';
import { doneText, planView } from './plan.js';
import { slug, state } from './state.js';

/** @typedef {import('../directory').Trial} Trial */

const MOST_BYTES = 1024 * 1024;
/** @type {Trial | null} */
let trial = null;
let done = '';
/** @type {HTMLElement} */
let place = h('div');

/** What stands there of a list from before is no longer true. */
export function forgetTrial() {
  trial = null;
  done = '';
}

export function importer() {
  const file = h('input', {
    type: 'file',
    id: 'file',
    accept: '.csv,.xlsx',
    'aria-describedby': 'file-hint',
    // The same file again, mended meanwhile, is another choice.
    onclick: () => (file.value = ''),
    onchange: () => void look(file),
  });
  place = h('div', { id: 'trial', 'aria-live': 'polite' });
  draw();
  return h(
    'details',
    { class: 'import', open: state.directory?.people.length === 0 || trial !== null },
    h('summary', {}, h('h2', {}, say('importTitle'))),
    h('p', {}, say('importHelp')),
    h('p', {}, say('stepFill')),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'file' }, say('stepChoose')),
      h('p', { class: 'hint', id: 'file-hint' }, say('fileHint')),
      file,
    ),
    place,
  );
}

function draw() {
  if (done) fill(place, h('p', { class: 'notice' }, done));
  else if (trial) fill(place, planView(trial, askImport));
  else fill(place);
}

/** @param {HTMLInputElement} input */
async function look(input) {
  const chosen = input.files?.[0];
  if (!chosen) return;
  forgetTrial();
  if (chosen.size > MOST_BYTES) return void fill(place, refusal(h('p', {}, say('tooLarge'))));
  fill(place, h('p', { class: 'soft' }, say('reading')));
  const content = await base64(chosen);
  if (content === null) return void fill(place, refusal(h('p', {}, say('unreadable'))));
  await tryOut(chosen.name, content);
}

/** @param {string} name @param {string} file @param {string} [before] what is to be said first */
async function tryOut(name, file, before) {
  const answer = await api.importList(slug(), { file, dry_run: true });
  if (!answer.ok) return void fill(place, refusal(fateText(answer)));
  trial = { name, file, plan: answer.body };
  draw();
  if (before) place.prepend(refusal(h('p', {}, before)));
  place.querySelector('h3')?.focus();
}

/** @param {import('../types').Child} child */
const refusal = (child) => h('div', { class: 'refusal', role: 'alert' }, child);

/** @param {Trial} looked */
function askImport({ name, file, plan }) {
  const { added, changed, removed, unchanged } = plan;
  const counts = { added: added.length, changed: changed.length, removed: removed.length, unchanged };
  const now = counts.changed + counts.removed + unchanged;
  const then = counts.added + counts.changed + unchanged;
  ask({
    title: say('importSure'),
    body: [
      h('p', {}, say('importReplaces', { now, then, ...counts })),
      counts.removed > 0 && h('p', { class: 'warning' }, say('importRemoves')),
    ],
    submit: say('importDo'),
    send: () => carryOut(name, file, plan.plan),
    grave: counts.removed > 0,
  });
}

/** @param {string} name @param {string} file @param {string} plan */
async function carryOut(name, file, plan) {
  const answer = await api.importList(slug(), { file, dry_run: false, plan });
  if (answer.ok) {
    trial = null;
    done = doneText(answer.body);
    draw();
    announce(done);
    tell('old');
    return null;
  }
  if (answer.status !== 409) return answer;
  await tryOut(name, file, say('importAgain'));
  tell('old');
  return null;
}

/** The file's bytes as text; null when the machine does not give them. @param {File} file @returns {Promise<string | null>} */
function base64(file) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}
