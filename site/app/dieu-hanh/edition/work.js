/** What is missing and what is odd: each count leads to the list of those units. */
import { byId, h } from '../../shared/dom.js';
import { countWord } from '../glance.js';
import { shown } from '../language.js';
import { SHOWN } from '../order.js';
import { hashOf } from '../route.js';
import { state } from '../state.js';
import { today } from '../times.js';
import { known } from './known.js';
import { say } from './language.js';
import { oddOf } from './odd_figures.js';
import { redrawn } from './redrawn.js';
import { unitNames } from './units.js';

/** @typedef {import('../../board').Show} Show */

/** @type {Show[]} */
const LACKING = ['missing', 'expected', 'calls_due', 'in_hand'];
/** @type {Show[]} */
const DOUBTFUL = ['with_findings', 'returned', 'late', 'partial', 'phoned_in'];

/** @param {import('../../board').Edition} draft */
export function drawWork(draft) {
  const rows = state.board?.units ?? [];
  const absent = rows.filter((row) => SHOWN.missing(row) || SHOWN.expected(row)).map((row) => row.unit.code);
  const counts = [...LACKING, ...DOUBTFUL].map((show) => rows.filter(SHOWN[show]).length);
  const odd = known.read === draft ? oddCount(draft) : 0;
  redrawn(byId('work'), [absent, counts, odd, state.day, state.closed], () => [
    h('h3', {}, say('lacking')),
    tiles(LACKING, say('lackingNone')),
    absent.length > 0 && h('p', { class: 'absent' }, unitNames(absent, 'absent')),
    h('h3', {}, say('doubtful')),
    tiles(DOUBTFUL, odd ? '' : say('doubtfulNone'), odd ? oddTile(odd) : null),
  ]);
}

/** @param {import('../../board').Edition} draft */
const oddCount = (draft) => draft.kinds.reduce((sum, kind) => sum + oddOf(kind).size, 0);

/** @param {Show[]} which @param {string} none @param {import('../../types').Child} [more] */
function tiles(which, none, more) {
  const some = which.map((show) => ({ show, count: countOf(show) })).filter(({ count }) => count > 0);
  if (!some.length && !more) return h('p', { class: 'hint' }, none);
  return h(
    'p',
    { class: 'marks' },
    some.map(({ show, count }) => tile(show, count)),
    more,
  );
}

/** @param {Show} show */
const countOf = (show) => (state.board?.units ?? []).filter(SHOWN[show]).length;

/** @param {Show} show @param {number} count */
const tile = (show, count) =>
  h(
    'a',
    {
      class: `tile ${show}`,
      href: hashOf({ day: state.day }, today()),
      'data-part': `lacks-${show}`,
      onclick: () => Object.assign(state, { show, kind: 'all', query: '' }),
    },
    h('b', {}, shown(count)),
    ' ',
    h('span', {}, countWord(show)),
  );

/** @param {number} count */
const oddTile = (count) =>
  h(
    'button',
    { type: 'button', class: 'tile with_findings', 'data-part': 'odd', onclick: seeOdd },
    h('b', {}, shown(count)),
    ' ',
    h('span', {}, say('oddCount')),
  );

function seeOdd() {
  const row = document.querySelector('#paper-figures .odd');
  row?.scrollIntoView({ block: 'center' });
  const heading = document.querySelector('#paper-figures h3');
  if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
}
