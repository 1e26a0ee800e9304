/** The units that are ticked, and what can be done with all of them at once. */
import { button, byId, fill, h } from '../shared/dom.js';
import { tell } from '../shared/news.js';
import { askExcuseMany } from './excuse.js';
import { say } from './language.js';
import { decides, selected } from './state.js';

/** @param {import('../board').Row[]} rows those shown */
export function drawChosen(rows) {
  if (!decides()) return;
  drawAll(rows.map((row) => row.unit.code));
  const count = selected().size;
  const bar = byId('chosen');
  bar.hidden = count === 0;
  if (bar.dataset.count === String(count) && bar.lang === document.documentElement.lang) return;
  bar.dataset.count = String(count);
  bar.lang = document.documentElement.lang;
  fill(
    bar,
    h('span', {}, say('selected', { count })),
    button(say('excuse'), () => askExcuseMany([...selected()]), {
      class: 'button primary small',
      'data-part': 'many',
    }),
    button(say('unselect'), unselect, { class: 'button small' }),
  );
}

export function unselect() {
  selected().clear();
  tell('rows');
}

/** @param {string[]} codes */
function drawAll(codes) {
  const place = byId('all');
  const box = place.querySelector('input') ?? h('input', { type: 'checkbox' });
  const chosen = codes.filter((code) => selected().has(code)).length;
  box.checked = codes.length > 0 && chosen === codes.length;
  box.indeterminate = chosen > 0 && chosen < codes.length;
  box.onchange = () => {
    for (const code of codes) box.checked ? selected().add(code) : selected().delete(code);
    tell('rows');
  };
  if (!box.isConnected) fill(place, h('label', { class: 'tick' }, box, h('span', {})));
  const label = place.querySelector('span');
  if (label) label.textContent = say('selectAll', { count: codes.length });
}
