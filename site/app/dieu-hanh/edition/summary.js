/** Section I: who reported, beside the day before; where each target stands. */
import { h } from '../../shared/dom.js';
import { either, shown } from '../language.js';
import { bar } from './bar.js';
import { compared } from './compared.js';
import { percent, points, say, signed } from './language.js';
import { row, table } from './table.js';

/** @typedef {import('../../board').Edition} Edition */
/** @typedef {import('../../board').EditionTarget} Target */

const COUNTS = /** @type {const} */ ([
  'due',
  'on_time',
  'late',
  'missing',
  'expected',
  'excused',
  'partial',
  'phoned_in',
  'nothing_to_report',
  'with_findings',
]);

/** @param {Edition} edition @param {Edition | null} before */
export const summary = (edition, before) => [counts(edition, before), targets(edition, before)];

/** @param {Edition} edition @param {Edition | null} before */
function counts({ counts }, before) {
  const asked = COUNTS.filter((name) => counts[name] || before?.counts[name]);
  return table(
    say('reporting'),
    [say('reporting'), say('dayBefore'), say('thisDay'), say('change')],
    h(
      'tbody',
      {},
      asked.map((name) => {
        const now = counts[name] ?? 0;
        const then = before ? (before.counts[name] ?? 0) : null;
        const cells = [then === null ? '–' : shown(then), shown(now), then === null ? '–' : signed(now - then)];
        return row(say(`count_${name}`), cells);
      }),
    ),
  );
}

/** @param {Edition} edition @param {Edition | null} before */
const targets = ({ kinds }, before) =>
  table(
    say('target'),
    [say('target'), say('dayBefore'), say('thisDay'), say('change')],
    h(
      'tbody',
      {},
      kinds.flatMap((kind) =>
        kind.targets.map((target) => line(target, valueBefore(before, kind.kind, target.id), kind.counts.due)),
      ),
    ),
  );

/** @param {Edition | null} before @param {string} kind @param {string} id */
const valueBefore = (before, kind, id) =>
  before?.kinds.find((each) => each.kind === kind)?.targets.find((each) => each.id === id)?.value ?? null;

/** @param {Target} target @param {number | null} before @param {number} due how many units owe it */
const line = (target, before, due) =>
  row(
    [
      either(target.title),
      h(
        'small',
        {},
        ` ${shown(target.numerator)}/${shown(target.denominator)} · ${say('ofGoal', { goal: percent(target.goal) })} · `,
        verdict(target),
      ),
      bar(target.value, target.goal, before),
    ],
    [percent(before), percent(target.value), [fallen(target), compared(target, due)]],
  );

/** @param {Target} target */
const verdict = ({ met, value }) =>
  met ? h('b', { class: 'is-met' }, '✓ ', say('met')) : say(value === null ? 'notKnown' : 'notMet');

/** @param {Target} target */
const fallen = ({ change }) =>
  change !== null && change < 0 ? h('span', { class: 'fell' }, points(change)) : points(change);
