/** Of how many units a change is, where that is not all of them: who is missing has not fallen. */
import { h } from '../../shared/dom.js';
import { say } from './language.js';

/**
 * @param {{ change: number | null, compared?: number }} moved the first editions did not say of how many
 * @param {number} due how many units owe it
 */
export function compared(moved, due) {
  const count = moved.compared ?? due;
  return moved.change !== null && count < due && h('small', {}, ' ', say('compared', { compared: count, due }));
}
