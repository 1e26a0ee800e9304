/** Whom to show. */
import { h } from '../shared/dom.js';
import { choice, searchBox } from '../shared/filters.js';
import { say } from './language.js';
import { state } from './state.js';

const SHOWN = /** @type {const} */ (['all', 'unreported', 'stopped']);

/** @param {() => void} redraw */
export function filters(redraw) {
  const typed = (/** @type {string} */ query) => {
    state.query = query;
    redraw();
  };
  const chosen = (/** @type {string} */ show) => {
    state.show = /** @type {import('../directory').Show} */ (show);
    redraw();
  };
  return h(
    'div',
    { class: 'filters', role: 'search' },
    searchBox({ label: say('search'), hint: say('searchHint'), query: state.query, typed }),
    choice({
      id: 'show',
      label: say('show'),
      options: SHOWN.map((value) => [value, say(`show_${value}`)]),
      value: state.show,
      chosen,
      looks: 'showing',
    }),
    h('p', { id: 'shown', role: 'status' }),
  );
}
