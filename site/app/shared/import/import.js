/** A list from a file: looked at first, imported when somebody has said so. The file stays in memory, and only there. */
import { ask } from '../dialog.js';
import { fill, h } from '../dom.js';
import { announce } from '../notices.js';
import { doneText, planView, say } from './plan.js';
import { fateText } from '../refusal.js';

/** @typedef {import('../../types').Child} Child */
/** @typedef {import('../../types').ListPlan} ListPlan */
/** What a page says itself of its list. @typedef {'importTitle' | 'importHelp' | 'stepFill' | 'importSure' | 'importReplaces' | 'importRemoves' | 'importDo' | 'importAgain' | 'sameList' | 'nothingChanges'} OwnKey */
/**
 * A page's list. `send` asks the service, with the trial's `plan` once it is to be carried out; `details`: who or what is
 * added, changed and removed; `changed`: what the page shows of the list is old.
 * @template {ListPlan} Plan
 * @typedef {{
 *   say: (key: OwnKey, fill?: Record<string, string | number>) => string,
 *   send: (body: { file: string, dry_run: boolean, plan?: string }) => Promise<import('../../types').Answer<Plan>>,
 *   details: (plan: Plan) => Child,
 *   changed: () => void,
 * }} OwnList
 */
/** A file that was chosen: its content in base64, and what the trial run says of it. @template {ListPlan} Plan @typedef {{ name: string, file: string, plan: Plan }} Trial */

const MOST_BYTES = 1024 * 1024;

/**
 * `draw` gives the place where a list is imported, anew whenever the page is drawn; `forget`: what stands there of a list
 * from before is no longer true.
 * @template {ListPlan} Plan
 * @param {OwnList<Plan>} own
 */
export function listImport(own) {
  /** @type {Trial<Plan> | null} */
  let trial = null;
  let done = '';
  /** @type {HTMLElement} */
  let place = h('div');

  function forget() {
    trial = null;
    done = '';
  }

  /** @param {boolean} isEmpty whether nothing stands in the list yet */
  function draw(isEmpty) {
    place = h('div', { id: 'trial', 'aria-live': 'polite' });
    show();
    return frame(own.say, isEmpty || trial !== null, place, (input) => void look(input));
  }

  function show() {
    if (done) fill(place, h('p', { class: 'notice' }, done));
    else if (trial) fill(place, planView(trial, own, askImport));
    else fill(place);
  }

  /** @param {HTMLInputElement} input */
  async function look(input) {
    const chosen = input.files?.[0];
    if (!chosen) return;
    forget();
    if (chosen.size > MOST_BYTES) return void fill(place, refusal(h('p', {}, say('tooLarge'))));
    fill(place, h('p', { class: 'soft' }, say('reading')));
    const content = await base64(chosen);
    if (content === null) return void fill(place, refusal(h('p', {}, say('unreadable'))));
    await tryOut(chosen.name, content);
  }

  /** @param {string} name @param {string} file @param {string} [before] what is to be said first */
  async function tryOut(name, file, before) {
    const answer = await own.send({ file, dry_run: true });
    if (!answer.ok) return void fill(place, refusal(fateText(answer)));
    trial = { name, file, plan: answer.body };
    show();
    if (before) place.prepend(refusal(h('p', {}, before)));
    place.querySelector('h3')?.focus();
  }

  /** @param {Trial<Plan>} looked */
  function askImport({ name, file, plan }) {
    const { added, changed, removed, unchanged } = plan;
    const counts = { added: added.length, changed: changed.length, removed: removed.length, unchanged };
    const now = counts.changed + counts.removed + unchanged;
    const then = counts.added + counts.changed + unchanged;
    ask({
      title: own.say('importSure'),
      body: [
        h('p', {}, own.say('importReplaces', { now, then, ...counts })),
        counts.removed > 0 && h('p', { class: 'warning' }, own.say('importRemoves')),
      ],
      submit: own.say('importDo'),
      send: () => carryOut(name, file, plan.plan),
      grave: counts.removed > 0,
    });
  }

  /** @param {string} name @param {string} file @param {string} plan */
  async function carryOut(name, file, plan) {
    const answer = await own.send({ file, dry_run: false, plan });
    if (answer.ok) {
      trial = null;
      done = doneText(answer.body);
      show();
      announce(done);
      own.changed();
      return null;
    }
    if (answer.status !== 409) return answer;
    await tryOut(name, file, own.say('importAgain'));
    own.changed();
    return null;
  }

  return { draw, forget };
}

/** @param {(key: OwnKey) => string} ownSay @param {boolean} open @param {HTMLElement} place @param {(input: HTMLInputElement) => void} look */
function frame(ownSay, open, place, look) {
  const file = h('input', {
    type: 'file',
    id: 'file',
    accept: '.csv,.xlsx',
    'aria-describedby': 'file-hint',
    // The same file again, mended meanwhile, is another choice.
    onclick: () => (file.value = ''),
    onchange: () => look(file),
  });
  return h(
    'details',
    { class: 'import', open },
    h('summary', {}, h('h2', {}, ownSay('importTitle'))),
    h('p', {}, ownSay('importHelp')),
    h('p', {}, ownSay('stepFill')),
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

/** @param {Child} child */
const refusal = (child) => h('div', { class: 'refusal', role: 'alert' }, child);

/** The file's bytes as text; null when the machine does not give them. @param {File} file @returns {Promise<string | null>} */
function base64(file) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}
