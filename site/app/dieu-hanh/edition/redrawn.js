/** Drawing a part of the page only when what it shows has changed; the focus and what was unfolded stay. */
import { fill } from '../../shared/dom.js';
import { keepingFocus } from '../../shared/focus.js';
import { language } from '../language.js';

/** @type {WeakMap<HTMLElement, string>} */
const drawn = new WeakMap();

/**
 * @param {HTMLElement} place
 * @param {unknown} shown all that it depends on
 * @param {() => import('../../types').Child} draw
 */
export function redrawn(place, shown, draw) {
  const text = language() + JSON.stringify(shown);
  if (drawn.get(place) === text) return;
  drawn.set(place, text);
  const parts = new Set([...place.querySelectorAll('details')].filter(({ open }) => open).map(nameOf));
  keepingFocus(place, () => fill(place, draw()));
  for (const each of place.querySelectorAll('details')) if (parts.has(nameOf(each))) each.open = true;
}

/** @param {HTMLElement} details */
const nameOf = (details) => details.dataset.folded ?? '';
