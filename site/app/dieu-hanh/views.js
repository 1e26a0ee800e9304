/** The tabs of the day's views, and the views that are fetched only when somebody opens them. */
import { byId, fill, h } from '../shared/dom.js';
import { say } from './language.js';
import { VIEWS, hashOf } from './route.js';
import { decides, state } from './state.js';
import { today } from './times.js';

/** @typedef {import('../board').Shown} Shown */
/** @typedef {{ draw: (place: HTMLElement, isNews: boolean) => Promise<void> }} View */

/** @type {Partial<Record<Shown, () => Promise<View>>>} */
const FETCHED = {
  'tong-hop': () => import('./edition/view.js'),
  ky: () => import('./edition/periods.js'),
  nhac: () => import('./reminders/view.js'),
  'can-goi': () => import('./reminders/call_list.js'),
};
const TITLES = /** @type {const} */ ({
  '': 'view_list',
  'tong-hop': 'view_edition',
  ky: 'view_periods',
  nhac: 'view_reminders',
  'can-goi': 'view_calls',
});
/** With people in them: for coordinators. @type {Shown[]} */
const OF_PEOPLE = ['can-goi'];

export function drawTabs() {
  const links = VIEWS.filter((view) => decides() || !OF_PEOPLE.includes(view)).map((view) =>
    h(
      'a',
      {
        href: hashOf({ day: state.day, view }, today()),
        'aria-current': view === state.view ? 'page' : null,
        'data-part': `view-${view}`,
      },
      say(TITLES[view]),
    ),
  );
  fill(byId('views'), links);
}

/** @param {boolean} isNews whether the board has changed since it was drawn last */
export async function drawView(isNews) {
  const { view } = state;
  const part = await fetched(view);
  if (state.view !== view) return;
  if (part) await part.draw(byId('view'), isNews);
  else fill(byId('view'), h('p', { class: 'notice warn' }, say('unreachableTitle')));
}

/** The part's script; null when it could not be had, and the next refresh asks again. @param {Shown} view */
async function fetched(view) {
  try {
    return (await FETCHED[view]?.()) ?? null;
  } catch {
    return null; // what import() throws when the line is down has no type of its own
  }
}
