/** A field: its label, its hint, the control, and where its mistake is said; and marking what is wrong. */
import { fill, h } from './dom.js';
import { fieldProblem } from './refusal.js';

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

/** Says at the control what is wrong, gives it the focus, and gives the sentence back. @param {HTMLElement} control @param {string} sentence */
export function mark(control, sentence) {
  control.setAttribute('aria-invalid', 'true');
  const place = document.getElementById(`${control.id}-error`);
  if (place) fill(place, sentence);
  control.focus();
  return sentence;
}

/** @param {Record<string, HTMLElement>} fields */
export function unmark(fields) {
  for (const control of Object.values(fields)) {
    control.removeAttribute('aria-invalid');
    const place = document.getElementById(`${control.id}-error`);
    if (place) fill(place);
  }
}

/**
 * Each remark of the service at its field, the first with the focus; what has no field is left to be said.
 * @param {Record<string, HTMLElement>} fields by the names the service uses
 * @param {import('./refusal.js').Fate} fate
 * @returns {import('./refusal.js').Fate}
 */
export function markRefused(fields, fate) {
  const of = (/** @type {{ path: string }} */ { path }) => fields[path.split('/')[1] ?? ''];
  const all = fate.problem?.problems ?? [];
  for (const each of [...all].reverse()) {
    const control = of(each);
    if (control) mark(control, fieldProblem(each));
  }
  return { ...fate, problem: { ...fate.problem, problems: all.filter((each) => !of(each)) } };
}
