/** A question in a dialog: it keeps what was typed until the service has it, and gives the focus back. */
import { button, fill, h } from './dom.js';
import { say } from './language.js';
import { focusRow, isInSight, placeOf } from './list.js';
import { explain } from './refusal.js';

/** @typedef {import('../types').Child} Child */
/** @typedef {import('./refusal.js').Fate} Fate */
/**
 * @typedef {object} Question
 * @property {string} title
 * @property {Child[]} body
 * @property {string} submit the button that sends
 * @property {() => Promise<Fate | string | null>} send null: sent; a sentence: what is missing; a Fate: the no
 * @property {(fate: Fate) => Promise<Child>} [overtaken] what to say of a 409
 * @property {(problem: import('../types').Problem) => Child} [refused] what to say of a 422, after marking the fields
 * @property {string} [wide]
 * @property {boolean} [grave] whether it takes something away for good
 */

/** @param {Question} question @returns {HTMLDialogElement} */
export function ask(question) {
  const refusal = h('div', { class: 'refusal', role: 'alert' });
  const submit = h('button', { class: `button primary${question.grave ? ' grave' : ''}` }, question.submit);
  const act = (/** @type {Event} */ event) => {
    event.preventDefault();
    void send(question, dialog, submit, refusal);
  };
  const form = h(
    'form',
    { novalidate: true, onsubmit: act },
    h('h2', { id: 'dialog-title' }, question.title),
    question.body,
    refusal,
    h('p', { class: 'ends' }, submit, button(say('cancel'), () => dialog.close())),
  );
  const dialog = opened(form, question.wide);
  // What takes something away is not done by an Enter too many.
  const cancel = question.grave && dialog.querySelector('.ends button:last-child');
  if (cancel instanceof HTMLElement) cancel.focus();
  return dialog;
}

/**
 * Something to be read in a dialog, and closed.
 * @param {Child} title
 * @param {Child[]} body
 */
export function show(title, body) {
  const close = button(say('close'), () => dialog.close(), { class: 'button primary' });
  const heading = h('h2', { id: 'dialog-title', tabindex: -1, autofocus: true }, title);
  const dialog = opened(h('div', {}, heading, body, h('p', { class: 'ends' }, close)), 'wide');
}

const SENT = 'sent';

/** The focus goes back to where it was once it is closed. @param {HTMLElement} content @param {string} [looks] */
function opened(content, looks = '') {
  const giveBack = focusHolder();
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title', class: looks }, content);
  dialog.addEventListener('close', () => {
    dialog.remove();
    giveBack(dialog.returnValue === SENT);
  });
  document.body.append(dialog);
  dialog.showModal();
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
  if (fate === null) return dialog.close(SENT);
  await explain(refusal, fate, question);
}

/**
 * Where the focus goes back to: the same control, or the same control of what was drawn anew; else the list or the search.
 * Nothing scrolls: where a row has gone by what was sent, the next one in sight takes its place.
 */
function focusHolder() {
  const from = /** @type {HTMLElement | null} */ (document.activeElement);
  const part = from?.dataset.part;
  const row = from?.closest('[data-row]')?.getAttribute('data-row');
  const place = row ? placeOf(row) : null;
  const within = from?.closest('[id]')?.id;
  const places = [within && part && `#${within} [data-part="${part}"]`, '#panel:not([hidden]) h2'];
  /** @param {boolean} isSent */
  return (isSent) => {
    if (row && place) return focusRow(isSent ? place() : row, part, true);
    if (from && isSeen(from)) return from.focus({ preventScroll: true });
    const again = places.map((where) => where && document.querySelector(where)).find(isSeen);
    if (again instanceof HTMLElement) return again.focus({ preventScroll: true });
    const seen = [...document.querySelectorAll('[data-row]')].map((each) => each.getAttribute('data-row') ?? '').find(isInSight);
    if (seen) focusRow(seen, '', true);
    else document.getElementById('search')?.focus();
  };
}

/** @param {Element | string | null | undefined} element */
const isSeen = (element) => element instanceof HTMLElement && element.isConnected && element.getClientRects().length > 0;
