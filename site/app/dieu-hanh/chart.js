/** Two small drawings: how much is in against the same hour of the day before, and when it came. */
import * as clock from '../shared/clock.js';
import { h } from '../shared/dom.js';
import { STEP_MS, onTimeBy, quarters } from './arrivals.js';
import { language, say } from './language.js';
import { percentage, writePercent } from './shares.js';
import { state } from './state.js';
import { moment, today } from './times.js';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const DAY_MS = 86_400_000;
const HIGH = 56;
const NARROW = matchMedia('(max-width: 40rem)').matches;
/** A column's width: on a phone the drawing is not made small, but narrow. */
const WIDE = NARROW ? 25 : 42;
/** The day's own column stands in front of the day before's, and is slimmer. */
const SLIM = NARROW ? 6 : 10;
const FOOT = 12 + HIGH;
let unfolded = !NARROW;

/** @param {string} tag @param {Record<string, string | number>} attributes @param {(Node | string)[]} children */
function s(tag, attributes, ...children) {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** The share in on time: now, at the same hour of the day before, and both as a bar. */
export function share() {
  const { board, before } = state;
  if (!board) return null;
  const now = moment();
  const part = sharedBy(board, now);
  const was = before && sharedBy(before, now - DAY_MS);
  const words = { ...inWords(part), time: clock.hour(now) };
  return h(
    'div',
    { class: 'share' },
    h('p', {}, h('b', {}, say(board.day === today() ? 'shareNow' : 'shareDay', words))),
    h('p', { class: 'before' }, was ? say('shareBefore', inWords(was)) : say('noDayBefore')),
    bar(part.share, was ? was.share : null),
  );
}

/** @param {import('../board').Board} board @param {number} moment */
function sharedBy(board, moment) {
  const count = onTimeBy(board, moment);
  const due = board.units.length;
  return { count, due, share: percentage(count, due) ?? 0 };
}

/** @template {{ share: number }} Part @param {Part} part */
const inWords = (part) => ({ ...part, share: writePercent(part.share, language()) });

/** Both in hundredths of a percent. @param {number} now @param {number | null} before */
function bar(now, before) {
  const [share, then] = [writePercent(now, language()), writePercent(before, language())];
  const label = before === null ? say('barLabelAlone', { share }) : say('barLabel', { share, before: then });
  const x = Math.min((before ?? 0) / 100, 99.4);
  const mark = before === null ? [] : [s('rect', { class: 'mark', x, y: 0, width: 0.6, height: 14 })];
  return s(
    'svg',
    { class: 'bar', viewBox: '0 0 100 14', preserveAspectRatio: 'none', role: 'img', 'aria-label': label },
    s('rect', { class: 'whole', x: 0, y: 3, width: 100, height: 8 }),
    s('rect', { class: 'part', x: 0, y: 3, width: now / 100, height: 8 }),
    ...mark,
  );
}

/** Arrivals per quarter of an hour, in front of those of the day before. */
export function chart() {
  const { board, before } = state;
  if (!board) return null;
  const today = quarters(board);
  const earlier = before ? quarters(before) : [];
  const most = Math.max(1, ...today.map(({ count }) => count), ...earlier.map(({ count }) => count));
  const width = today.length * WIDE;
  const label = say('chartLabel', {
    from: clock.hour((today[0]?.from ?? 0) + STEP_MS),
    to: clock.hour((today[today.length - 1]?.from ?? 0) + STEP_MS),
    most: Math.max(0, ...today.map(({ count }) => count)),
  });
  const marks = today.flatMap((quarter, index) => column(quarter, earlier[index]?.count ?? 0, index, most));
  return folding(
    legend(before !== null),
    s(
      'svg',
      { viewBox: `0 0 ${width} ${HIGH + 30}`, role: 'img', 'aria-label': label },
      ...marks,
      line(today, width),
      now(today),
    ),
  );
}

/** On a phone the drawing is folded away until somebody wants it; the page remembers. @param {Node[]} content */
function folding(...content) {
  const ontoggle = (/** @type {Event} */ event) => {
    unfolded = /** @type {HTMLDetailsElement} */ (event.target).open;
  };
  return h(
    'details',
    { class: 'chart', open: unfolded, ontoggle },
    h('summary', { 'data-part': 'chart' }, say('chartTitle')),
    content,
  );
}

/**
 * @param {{ from: number, count: number, late: boolean }} quarter
 * @param {number} before
 * @param {number} index
 * @param {number} most
 */
function column({ from, count, late }, before, index, most) {
  const high = (count / most) * HIGH;
  const then = (before / most) * HIGH;
  const x = index * WIDE;
  const first = index === 0;
  const hour = first ? `< ${clock.hour(from + STEP_MS)}` : clock.hour(from);
  const labelled = first || (index > 1 && /:[03]0$/.test(hour));
  return [
    ...(before ? [s('rect', { class: 'before', x: x + 2, y: FOOT - then, width: WIDE - 4, height: then })] : []),
    s('rect', { class: late ? 'late' : 'intime', x: x + SLIM, y: FOOT - high, width: WIDE - 2 * SLIM, height: high }),
    ...(count ? [s('text', { x: x + WIDE / 2, y: FOOT - high - 3 }, String(count))] : []),
    ...(labelled ? [s('text', { class: 'hour', x: first ? x + WIDE / 2 + 2 : x, y: HIGH + 26 }, hour)] : []),
  ];
}

/** @param {{ late: boolean }[]} columns @param {number} width */
function line(columns, width) {
  const at = columns.filter(({ late }) => !late).length * WIDE;
  return s(
    'g',
    {},
    s('rect', { class: 'ground', x: 0, y: FOOT, width, height: 1 }),
    s('rect', { class: 'due', x: at - 1, y: 0, width: 2, height: HIGH + 16 }),
  );
}

/** @param {{ from: number }[]} columns */
function now(columns) {
  const start = columns[0]?.from ?? 0;
  const x = ((clock.now() - start) / STEP_MS) * WIDE;
  const inside = x > 0 && x < columns.length * WIDE;
  return inside ? s('path', { class: 'now', d: `M${x - 4} ${HIGH + 18}h8l-4 -6z` }) : s('g', {});
}

/** @param {boolean} compared */
const legend = (compared) =>
  h(
    'span',
    { class: 'legend' },
    h('span', { class: 'key intime' }, say('legendToday')),
    h('span', { class: 'key late' }, say('legendLate')),
    compared && h('span', { class: 'key before' }, say('legendBefore')),
  );
