/** An hour as somebody types it: a browser's own time field would follow the machine's language into AM and PM. */
import { h } from './dom.js';

/** @param {string} value @param {Record<string, unknown>} [more] */
export function hourInput(value, more = {}) {
  const made = h('input', { type: 'text', inputmode: 'numeric', maxlength: 5, autocomplete: 'off', ...more });
  made.value = value;
  return made;
}

/** "16:20" from "16:20", "16h20", "1620" or "9.05"; nothing when it is no hour. @param {string} typed */
export function hourIn(typed) {
  const found = /^([01]?\d|2[0-3])\s*[:h.]?\s*([0-5]\d)$/i.exec(typed.trim());
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : '';
}
