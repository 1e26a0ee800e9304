/** How far a target is, its goal as a line; the value of the day before as a notch. */
import { percent, say } from './language.js';

const NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * All three in hundredths of a percent.
 * @param {number | null} value
 * @param {number} goal
 * @param {number | null} before
 */
export function bar(value, goal, before) {
  const width = (/** @type {number | null} */ share) => Math.min(100, (share ?? 0) / 100);
  const label = say('barLabel', { value: percent(value), goal: percent(goal) });
  const drawing = s('svg', {
    class: 'bar reach',
    viewBox: '0 0 100 6',
    preserveAspectRatio: 'none',
    role: 'img',
    'aria-label': label,
  });
  drawing.append(
    s('rect', { class: 'whole', x: 0, y: 1, width: 100, height: 4 }),
    s('rect', { class: 'part', x: 0, y: 1, width: width(value), height: 4 }),
    s('rect', { class: 'mark', x: Math.min(99.5, width(goal)), y: 0, width: 0.5, height: 6 }),
  );
  if (before !== null)
    drawing.append(s('rect', { class: 'then', x: Math.min(99.5, width(before)), y: 1, width: 0.5, height: 4 }));
  return drawing;
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
function s(tag, attributes) {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
