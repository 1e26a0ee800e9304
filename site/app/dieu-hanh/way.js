/** The way to a unit whose row has gone out of sight, offered where something was decided about it. */
import { focusRow, isInSight } from '../shared/list.js';
import { say } from './language.js';
import { hashOf } from './route.js';
import { state } from './state.js';
import { today } from './times.js';

/** @param {string} code @returns {import('../shared/notices.js').Way | null} null: it is in sight, or its page is open */
export const wayTo = (code) =>
  state.view || state.unit === code || isInSight(code) ? null : { words: say('seeUnit'), act: () => see(code) };

/** Its row, or where the list does not show it, its page. @param {string} code */
function see(code) {
  const row = document.querySelector(`[data-row="${code}"]`);
  if (!row) {
    location.hash = hashOf({ day: state.day, unit: code }, today());
    return;
  }
  row.scrollIntoView({ block: 'center' });
  focusRow(code, '', true);
}
