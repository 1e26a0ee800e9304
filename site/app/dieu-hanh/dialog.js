/** A question in a dialog: it keeps what was typed until the service has it, and gives the focus back. */
import { button, fill, h } from '../shared/dom.js';
import { language, say } from './language.js';
import { signInLink } from './notices.js';

/** @typedef {import('../types').Child} Child */
/** @typedef {import('../board').BoardProblem} BoardProblem */
/** @typedef {{ ok: boolean, status: number, problem?: BoardProblem }} Fate */
/**
 * @typedef {object} Question
 * @property {string} title
 * @property {Child[]} body
 * @property {string} submit the button that sends
 * @property {() => Promise<Fate | string | null>} send null: sent; a sentence: what is missing; a Fate: the no
 * @property {(fate: Fate) => Promise<Child>} [overtaken] what to say of a 409
 * @property {(problem: BoardProblem) => Child} [refused] what to say of a 422, after marking the fields
 * @property {string} [wide]
 */

/** @param {Question} question @returns {HTMLDialogElement} */
export function ask(question) {
  const problem = h('div', { class: 'refusal', role: 'alert' });
  const submit = h('button', { class: 'button primary' }, question.submit);
  const form = h(
    'form',
    {
      novalidate: true,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void send(question, dialog, submit, problem);
      },
    },
    h('h2', { id: 'dialog-title' }, question.title),
    question.body,
    problem,
    h('p', { class: 'ends' }, submit, button(say('cancel'), () => dialog.close())),
  );
  const dialog = opened(form, question.wide);
  return dialog;
}

/**
 * Something to be read in a dialog, and closed.
 * @param {Child} title
 * @param {Child[]} body
 */
export function tell(title, body) {
  const close = button(say('close'), () => dialog.close(), { class: 'button primary' });
  const heading = h('h2', { id: 'dialog-title', tabindex: -1, autofocus: true }, title);
  const dialog = opened(h('div', {}, heading, body, h('p', { class: 'ends' }, close)), 'wide');
}

/** The focus goes back to where it was once it is closed. @param {HTMLElement} content @param {string} [looks] */
function opened(content, looks = '') {
  const giveBack = focusHolder();
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title', class: looks }, content);
  dialog.addEventListener('close', () => {
    dialog.remove();
    giveBack();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * @param {Question} question
 * @param {HTMLDialogElement} dialog
 * @param {HTMLButtonElement} submit
 * @param {HTMLElement} problem
 */
async function send(question, dialog, submit, problem) {
  if (submit.getAttribute('aria-disabled') === 'true') return;
  submit.setAttribute('aria-disabled', 'true');
  fill(problem);
  const fate = await question.send();
  submit.removeAttribute('aria-disabled');
  if (fate === null) return dialog.close();
  fill(problem, await said(question, fate));
  problem.scrollIntoView({ block: 'nearest' });
}

/** @param {Question} question @param {Fate | string} fate @returns {Promise<Child>} */
async function said(question, fate) {
  if (typeof fate === 'string') return h('p', {}, fate);
  if (fate.status === 401) return [h('p', {}, say('sessionEnded')), h('p', { class: 'links' }, signInLink())];
  if (fate.status === 0) return h('p', {}, say('notStored'));
  if (fate.status === 409 && question.overtaken) return question.overtaken(fate);
  if (fate.status === 422 && question.refused) return question.refused(fate.problem ?? {});
  return problemText(fate.problem ?? {});
}

/** What the service says is wrong. @param {BoardProblem} problem @returns {Child} */
export function problemText(problem) {
  const vi = language() === 'vi';
  const lines = problem.problems ?? [];
  return [
    h('p', {}, (vi ? problem.detail : problem.detail_en) ?? say('notStored')),
    lines.length > 0 &&
      h(
        'ul',
        {},
        lines.map((each) => h('li', {}, vi ? each.vi : each.en)),
      ),
  ];
}

/** Where the focus goes back to: the same control, or the same control of the row drawn anew. */
function focusHolder() {
  const from = /** @type {HTMLElement | null} */ (document.activeElement);
  const code = from?.closest('li')?.dataset.unit;
  const part = from?.dataset.part;
  const within = from?.closest('[id]')?.id;
  return () => {
    if (from?.isConnected && from.offsetParent) return from.focus();
    const row = code && `[data-unit="${code}"]`;
    const again =
      (row && (document.querySelector(`${row} [data-part="${part}"]`) ?? document.querySelector(`${row} .open`))) ||
      document.querySelector(
      within && part ? `#${within} [data-part="${part}"]` : '#panel:not([hidden]) h2, #search',
    );
    if (again instanceof HTMLElement) again.focus();
  };
}

/** @param {string} id @param {string} label @param {HTMLElement} control @param {string} [hint] */
export function field(id, label, control, hint) {
  control.id = id;
  if (hint) control.setAttribute('aria-describedby', `${id}-hint`);
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    hint && h('p', { class: 'hint', id: `${id}-hint` }, hint),
    control,
  );
}
