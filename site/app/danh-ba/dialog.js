/** A question in a dialog: it keeps what was typed until the service has it, and gives the focus back. */
import { button, fill, h } from '../shared/dom.js';
import { language, say } from './language.js';
import { signInLink } from './notices.js';

/** @typedef {import('../types').Child} Child */
/** @typedef {import('../directory').Fate} Fate */
/** @typedef {import('../directory').Problem} Problem */
/**
 * @typedef {object} Question
 * @property {string} title
 * @property {Child[]} body
 * @property {string} submit the button that sends
 * @property {() => Promise<Fate | string | null>} send null: done; a sentence: what is missing; a Fate: the no
 * @property {boolean} [grave] whether it takes something away for good
 */

/** @param {Question} question */
export function ask(question) {
  const giveBack = focusHolder();
  const refusal = h('div', { class: 'refusal', role: 'alert' });
  const submit = h('button', { class: `button primary${question.grave ? ' grave' : ''}` }, question.submit);
  const act = (/** @type {Event} */ event) => {
    event.preventDefault();
    void send(question, dialog, submit, refusal);
  };
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'dialog-title' },
    h(
      'form',
      { novalidate: true, onsubmit: act },
      h('h2', { id: 'dialog-title' }, question.title),
      question.body,
      refusal,
      h('p', { class: 'ends' }, submit, button(say('cancel'), () => dialog.close())),
    ),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    giveBack();
  });
  document.body.append(dialog);
  dialog.showModal();
  // What takes something away is not done by an Enter too many.
  const first = dialog.querySelector(question.grave ? '.ends button:last-child' : '.field input, .ends button');
  if (first instanceof HTMLElement) first.focus();
  return dialog;
}

/**
 * @param {Question} question
 * @param {HTMLDialogElement} dialog
 * @param {HTMLButtonElement} submit
 * @param {HTMLElement} refusal
 */
async function send(question, dialog, submit, refusal) {
  if (submit.getAttribute('aria-disabled') === 'true') return;
  submit.setAttribute('aria-disabled', 'true');
  fill(refusal);
  const fate = await question.send();
  submit.removeAttribute('aria-disabled');
  if (fate === null) return dialog.close();
  explain(refusal, fate);
}

/**
 * Why it did not go through; what stands at a field, which has the focus, is not said twice.
 * @param {HTMLElement} refusal
 * @param {Fate | string} fate
 */
export function explain(refusal, fate) {
  const isMarked = refusal.closest('form')?.querySelector('[aria-invalid=true]:focus');
  if (typeof fate !== 'string') fill(refusal, fateText(fate));
  else if (!isMarked) fill(refusal, h('p', {}, fate));
  if (!isMarked) refusal.scrollIntoView({ block: 'nearest' });
}

/** Why it did not go through, in words. @param {Fate} fate @returns {Child} */
export function fateText({ status, problem = {} }) {
  if (status === 401) return [h('p', {}, say('sessionEnded')), h('p', { class: 'links' }, signInLink())];
  if (status === 0) return h('p', {}, say('notStored'));
  const vi = language() === 'vi';
  const lines = (problem.problems ?? []).map((each) => h('li', {}, vi ? each.vi : each.en));
  return [
    h('p', {}, (vi ? problem.detail : problem.detail_en) ?? say('notStored')),
    lines.length > 0 && h('ul', {}, lines),
  ];
}

/** The same control, or the same control of the person's row drawn anew; else the search. */
function focusHolder() {
  const from = /** @type {HTMLElement | null} */ (document.activeElement);
  const row = from?.closest('[data-row]');
  const id = row instanceof HTMLElement ? row.dataset.row : '';
  const part = from?.dataset.part ?? '';
  return () => {
    if (from?.isConnected && from.offsetParent) return from.focus();
    const again =
      (id && document.querySelector(`[data-row="${id}"] [data-part="${part}"]`)) ||
      (id && document.querySelector(`[data-row="${id}"] button`)) ||
      document.getElementById('search');
    if (again instanceof HTMLElement) again.focus();
  };
}

/** @param {string} id @param {string} label @param {HTMLElement} control @param {string} [hint] */
export function field(id, label, control, hint) {
  control.id = id;
  control.setAttribute('aria-describedby', hint ? `${id}-hint ${id}-error` : `${id}-error`);
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    hint && h('p', { class: 'hint', id: `${id}-hint` }, hint),
    control,
    h('p', { class: 'error', id: `${id}-error` }),
  );
}
