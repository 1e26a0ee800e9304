/** Search, order and kind. */
import { h } from '../shared/dom.js';
import { choice, searchBox } from '../shared/filters.js';
import { say, sayWord } from './language.js';
import { state } from './state.js';

const CHOICES = /** @type {const} */ ({
  sort: ['need', 'name', 'findings', 'time'],
  kind: ['all', 'commune', 'department'],
});

/** @param {() => void} redraw */
export function filters(redraw) {
  const typed = (/** @type {string} */ query) => {
    state.query = query;
    redraw();
  };
  return h(
    'div',
    { class: 'filters', role: 'search' },
    searchBox({ label: say('search'), hint: say('searchHint'), query: state.query, typed }),
    h(
      'details',
      { class: 'more', open: !matchMedia('(max-width: 40rem)').matches },
      h('summary', {}, say('orderAndKind')),
      h('div', {}, chosenBy('sort', redraw), chosenBy('kind', redraw)),
    ),
    h('p', { id: 'shown' }),
  );
}

/** @param {'sort' | 'kind'} id @param {() => void} redraw */
const chosenBy = (id, redraw) =>
  choice({
    id,
    label: say(id),
    options: CHOICES[id].map((value) => [value, sayWord(`${id}_${value}`)]),
    value: state[id],
    chosen: (value) => {
      Object.assign(state, { [id]: value });
      redraw();
    },
  });

export const showAll = () => void Object.assign(state, { show: 'all', kind: 'all', query: '' });
