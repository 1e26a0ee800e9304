/** Where on the form it belongs what the service refuses. */
import { rulesOf } from '../shared/doubts.js';

/**
 * The figure or the note that a problem's path means; of an explanation, the figure whose oddity it explains.
 * @param {import('../types').Form} form
 * @param {string} path a JSON Pointer into the report
 */
export function entryOf(form, path) {
  const [, part = '', name = part] = path.split('/').map((each) => each.replace(/~1/g, '/').replace(/~0/g, '~'));
  if (part !== 'explanations') return name;
  return rulesOf(form).find(({ id }) => id === name)?.figures[0] ?? name;
}
