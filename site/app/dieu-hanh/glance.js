/** The day at a glance: counts that are also filters, the share against yesterday, the arrivals. */
import { byId, fill, h } from '../shared/dom.js';
import { chart, share } from './chart.js';
import { deadlineLine } from './head.js';
import { say, sayWord, shown } from './language.js';
import { SHOWN } from './order.js';
import { state } from './state.js';

/** @typedef {import('../board').Show} Show */

/** @type {Show[]} */
const STATES = ['all', 'on_time', 'expected', 'late', 'missing', 'excused'];
/** @type {Show[]} */
const MARKS = ['calls_due', 'in_hand', 'with_findings', 'returned', 'partial', 'phoned_in'];

/** @param {(show: Show) => void} choose */
export function drawGlance(choose) {
  fill(
    byId('glance'),
    h('h2', { class: 'unseen' }, say('glance')),
    h('div', { class: 'clocks' }, h('div', {}, deadlineLine(), share()), chart()),
    h(
      'div',
      { class: 'counts', role: 'group', 'aria-label': say('showOnly') },
      h(
        'div',
        { class: 'states' },
        STATES.map((show) => tile(show, choose)),
      ),
      h(
        'div',
        { class: 'marks' },
        MARKS.map((show) => tile(show, choose)),
      ),
    ),
  );
}

/** The service's own count where it has one; what only the page can see is counted here. @param {Show} show */
const countOf = (show) =>
  /** @type {Record<string, number> | undefined} */ (state.board?.counts)?.[show === 'all' ? 'due' : show] ?? state.board?.units.filter(SHOWN[show]).length ?? 0;

/** @param {Show} show */
export const countWord = (show) => (show === 'missing' && !state.closed ? say('count_overdue') : sayWord(`count_${show}`));

/** @param {Show} show @param {(show: Show) => void} choose */
function tile(show, choose) {
  const pressed = state.show === show;
  const count = countOf(show);
  return h(
    'button',
    {
      type: 'button',
      class: `tile ${show}${count ? '' : ' none'}`,
      'data-part': `count-${show}`,
      'aria-pressed': String(pressed),
      onclick: () => choose(pressed ? 'all' : show),
    },
    h('b', {}, shown(count)),
    ' ',
    h('span', {}, countWord(show)),
  );
}
