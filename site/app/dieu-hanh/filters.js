/** Search, order and kind. */
import { button, byId, fill, h } from '../shared/dom.js';
import { tell } from '../shared/news.js';
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
  return h(
    'div',
    { class: 'filters', role: 'search' },
    h('div', { class: 'search' }, h('label', { for: 'search' }, say('search')), search),
    h(
      'details',
      { class: 'more', open: !matchMedia('(max-width: 40rem)').matches },
      h('summary', {}, say('orderAndKind')),
      h('div', {}, orders(redraw), kinds(redraw)),
    ),
    h('p', { id: 'shown' }),
  );
}

/** @param {() => void} redraw */
const orders = (redraw) =>
  choice(
    'sort',
    [
      ['need', say('sort_need')],
      ['name', say('sort_name')],
      ['findings', say('sort_findings')],
      ['time', say('sort_time')],
    ],
    redraw,
  );

/** @param {() => void} redraw */
const kinds = (redraw) =>
  choice(
    'kind',
    [
      ['all', say('kind_all')],
      ['commune', say('kind_commune')],
      ['department', say('kind_department')],
    ],
    redraw,
  );

/** @param {'sort' | 'kind'} name @param {string[][]} options @param {() => void} redraw */
function choice(name, options, redraw) {
  const select = h(
    'select',
    {
      id: name,
      onchange: () => {
        Object.assign(state, { [name]: select.value });
        redraw();
      },
    },
    options.map(([value, label]) => h('option', { value }, label)),
  );
  select.value = state[name];
  return h('div', {}, h('label', { for: name }, say(name)), select);
}

/** How many of the units are shown, and the way back to all. @param {number} shown @param {number} all */
export function drawShown(shown, all) {
  const line = byId('shown');
  const text = say('shown', { shown, all });
  line.classList.toggle('whole', shown === all);
  if (line.dataset.text === text) return;
  line.dataset.text = text;
  fill(line, text, shown < all && [' · ', button(say('showAll'), showAll, { class: 'link' })]);
}

function showAll() {
  Object.assign(state, { show: 'all', kind: 'all', query: '' });
  tell('filters');
  byId('search').focus();
}
