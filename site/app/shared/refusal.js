/** Why something did not go through, in words. */
import { fill, h } from './dom.js';
import { say } from './language.js';
import { signInLink } from './notices.js';
import { language } from './speech.js';

/** @typedef {import('../types').Child} Child */
/** @typedef {import('../types').Problem} Problem */
/** What an attempt came to, without what it answered. @typedef {{ ok: boolean, status: number, problem?: Problem }} Fate */
/** @typedef {Pick<import('./dialog.js').Question, 'overtaken' | 'refused'>} Sayings */

/**
 * Says it; what stands at a field, which has the focus, is not said twice.
 * @param {HTMLElement} refusal
 * @param {Fate | string} fate
 * @param {Sayings} [sayings]
 */
export async function explain(refusal, fate, sayings = {}) {
  if (typeof fate !== 'string') fill(refusal, await said(fate, sayings));
  else if (!isSaidAtField()) fill(refusal, h('p', {}, fate));
  if (!isSaidAtField()) refusal.scrollIntoView({ block: 'nearest' });
}

/** @param {Fate} fate @param {Sayings} sayings @returns {Child | Promise<Child>} */
function said(fate, { overtaken, refused }) {
  if (fate.status === 409 && overtaken) return overtaken(fate);
  if (fate.status === 422 && refused) return refused(fate.problem ?? {});
  return fateText(fate);
}

function isSaidAtField() {
  const field = document.activeElement;
  return Boolean(field?.matches('[aria-invalid=true]') && document.getElementById(`${field.id}-error`)?.textContent);
}

/** @param {Fate} fate @returns {Child} */
export function fateText({ status, problem = {} }) {
  if (status === 401) return [h('p', {}, say('sessionEnded')), h('p', { class: 'links' }, signInLink())];
  if (status === 0) return h('p', {}, say('notStored'));
  return problemText(problem);
}

/** What the service says is wrong. @param {Problem} problem @returns {Child} */
export function problemText(problem) {
  const lines = (problem.problems ?? []).map((each) => h('li', {}, fieldProblem(each)));
  const detail = language() === 'vi' ? problem.detail : problem.detail_en;
  return [h('p', {}, detail ?? say('notStored')), lines.length > 0 && h('ul', {}, lines)];
}

/** A problem of a field, in the language read. @param {import('../types').Two} problem */
export const fieldProblem = (problem) => problem[language()];
