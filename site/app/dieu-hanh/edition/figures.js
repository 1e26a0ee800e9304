/** Section II: every figure beside the day before; what moved unusually far stands out. */
import { h } from '../../shared/dom.js';
import { either, shown } from '../language.js';
import { compared } from './compared.js';
import { say, signed, total } from './language.js';
import { figuresOf } from './odd.js';
import { oddOf } from './odd_figures.js';
import { part, row, table } from './table.js';

/** @typedef {import('../../board').Edition} Edition */
/** @typedef {import('../../board').EditionFigure} Figure */
/** @typedef {import('./odd.js').Odd} Odd */

const COLUMNS = 4;

/** @param {Edition} edition @param {Edition | null} before */
export const figures = ({ kinds }, before) => [
  before && h('p', { class: 'hint' }, say('figuresHelp')),
  kinds.map((kind) => {
    const odd = oddOf(kind);
    const name = either(kind.names).toLowerCase();
    const then = totalsOf(before?.kinds.find((each) => each.kind === kind.kind));
    return [
      h('h4', {}, either(kind.names)),
      table(
        either(kind.names),
        [say('figure'), say('dayBefore'), say('thisDay'), say('change')],
        kind.groups.map((group) =>
          h(
            'tbody',
            {},
            part(either(group.title), COLUMNS),
            group.figures.map((figure) => line(figure, name, then.get(figure.id) ?? null, odd.get(figure.id))),
            group.totals.map((figure) => line(figure, name, then.get(figure.id) ?? null, odd.get(figure.id), 'sum')),
          ),
        ),
      ),
    ];
  }),
];

/** @param {import('../../board').EditionKind | undefined} kind @returns {Map<string, number | null>} */
const totalsOf = (kind) => new Map(kind ? figuresOf(kind).map(({ id, total }) => [id, total]) : []);

/** @param {Figure} figure @param {string} kind whose it is @param {number | null} then @param {Odd | undefined} odd @param {string} [looks] */
function line(figure, kind, then, odd, looks = '') {
  return row(
    [
      odd && h('span', { 'aria-hidden': 'true' }, '⚠ '),
      either(figure.title),
      odd && h('small', { class: 'why' }, ' ', oddWords(odd)),
      h('small', {}, ' ', behind(figure, kind)),
    ],
    [total(then), total(figure.total), [signed(figure.change), compared(figure, figure.units + figure.blank)]],
    `${looks}${odd ? ' odd' : ''}`,
  );
}

/** How many units stand behind a figure, where that is not all of them. @param {Figure} figure @param {string} kind */
function behind({ measure, units, carried, blank }, kind) {
  if (measure === 'flow') return blank > 0 ? say('noFlow', { count: units, kind }) : '';
  return [carried > 0 && say('carried', { count: carried, kind }), blank > 0 && say('blank', { count: blank, kind })]
    .filter(Boolean)
    .join(' · ');
}

/** @param {Odd} odd */
function oddWords({ why, up, times }) {
  if (why !== 'flow') return say(`odd_${why}`, { times });
  return say(up ? 'odd_flow_up' : 'odd_flow_down', { times: tenths(times) });
}

/** 23 tenths read "2,3". @param {number} times */
const tenths = (times) => `${shown(Math.floor(times / 10))}${say('decimal')}${times % 10}`;
