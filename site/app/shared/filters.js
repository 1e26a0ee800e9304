/** What is shown of a list: the search, choices beside it, and the line that says how much it is. */
import { button, byId, fill, h } from './dom.js';
import { say } from './language.js';
import { tell } from './news.js';

/** @param {{ label: string, hint: string, query: string, typed: (query: string) => void }} search */
export function searchBox({ label, hint, query, typed }) {
  const box = h('input', {
    type: 'search',
    id: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    'aria-keyshortcuts': '/',
    placeholder: hint,
    oninput: () => typed(box.value),
  });
  box.value = query;
  return h('div', { class: 'search' }, h('label', { for: 'search' }, label), box);
}

/**
 * @param {{ id: string, label: string, options: [string, string][], value: string, chosen: (value: string) => void, looks?: string }} choice
 * `options`: each value with its words
 */
export function choice({ id, label, options, value, chosen, looks }) {
  const select = h(
    'select',
    { id, onchange: () => chosen(select.value) },
    options.map(([each, words]) => h('option', { value: each }, words)),
  );
  select.value = value;
  return h('div', { class: looks }, h('label', { for: id }, label), select);
}

/** How much is shown, and the way back to all. @param {string} text @param {(() => void) | null} forget null: all is shown */
export function drawShown(text, forget) {
  const line = byId('shown');
  line.classList.toggle('whole', !forget);
  if (line.dataset.text === text) return;
  line.dataset.text = text;
  const all = () => {
    forget?.();
    tell('filters');
    byId('search').focus();
  };
  fill(line, text, forget && [' · ', button(say('showAll'), all, { class: 'link' })]);
}
