/** Whom to show. */
import { h } from '../shared/dom.js';
import { say } from './language.js';
import { state } from './state.js';

/** @param {() => void} redraw */
export function filters(redraw) {
  const search = h('input', {
    type: 'search',
    id: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    'aria-keyshortcuts': '/',
    placeholder: say('searchHint'),
    oninput: () => {
      state.query = search.value;
      redraw();
    },
  });
  search.value = state.query;
  const show = h(
    'select',
    {
      id: 'show',
      onchange: () => {
        state.show = /** @type {import('../directory').Show} */ (show.value);
        redraw();
      },
    },
    /** @type {const} */ (['all', 'unreported', 'stopped']).map((value) => h('option', { value }, say(`show_${value}`))),
  );
  show.value = state.show;
  return h(
    'div',
    { class: 'filters', role: 'search' },
    h('div', { class: 'search' }, h('label', { for: 'search' }, say('search')), search),
    h('div', { class: 'showing' }, h('label', { for: 'show' }, say('show')), show),
    h('p', { id: 'shown', role: 'status' }),
  );
}
