/** Which figures moved unusually far since the day before: pure functions over two editions. */

/** @typedef {import('../../board').EditionKind} Kind */
/** @typedef {import('../../board').EditionFigure} Figure */
/** `times`: in tenths; of a stock per cent. @typedef {{ up: boolean, times: number, why: 'flow' | 'fell' | 'rose' }} Odd */

/** Below so many expected, chance alone moves a sum that far. */
const FEWEST = 30;
/** A day's sum says little while less than this share of those of the day before have reported. */
const SHARE_OF_UNITS = 0.5;
const FAR = 1.5;
const FALL = 0.99;
const RISE = 1.2;
const LEAST_OF_STOCK = 3;

/** @param {Kind} kind @returns {Figure[]} */
export const figuresOf = (kind) => kind.groups.flatMap(({ figures, totals }) => [...figures, ...totals]);

/**
 * A flow is odd when the average per reporting unit moved otherwise than the day's flows did on the whole, both since
 * the day before and since the same weekday a week ago, where there is one; a stock when it fell, or rose by a fifth.
 * @param {Kind} kind
 * @param {Kind | null} before
 * @param {Kind | null} week
 * @param {(figure: string) => boolean} mayFall
 * @returns {Map<string, Odd>}
 */
export function oddFigures(kind, before, week, mayFall) {
  const since = oddSince(kind, before, mayFall);
  if (!week) return since;
  const also = oddSince(kind, week, mayFall);
  return new Map([...since].filter(([id, { why, up }]) => why !== 'flow' || also.get(id)?.up === up));
}

/** @param {Kind} kind @param {Kind | null} before @param {(figure: string) => boolean} mayFall */
function oddSince(kind, before, mayFall) {
  const earlier = new Map(before ? figuresOf(before).map((figure) => [figure.id, figure]) : []);
  const pace = paceOf(kind, earlier);
  /** @type {Map<string, Odd>} */
  const odd = new Map();
  for (const now of figuresOf(kind)) {
    const then = earlier.get(now.id);
    const found = then && (now.measure === 'flow' ? oddFlow(now, then, pace) : oddStock(now, then, mayFall(now.id)));
    if (found) odd.set(now.id, found);
  }
  return odd;
}

/** The middle one of how the flows moved. @param {Kind} kind @param {Map<string, Figure>} earlier */
function paceOf(kind, earlier) {
  const moved = figuresOf(kind)
    .flatMap((now) => {
      const then = earlier.get(now.id);
      return now.measure === 'flow' && now.type === 'integer' && then && isEnough(now, then) ? [ratio(now, then)] : [];
    })
    .sort((a, b) => a - b);
  return moved[Math.floor(moved.length / 2)] || 1;
}

/** @param {Figure} figure */
const mean = ({ total, units }) => (total ?? 0) / Math.max(1, units);
/** @param {Figure} now @param {Figure} then */
const ratio = (now, then) => mean(now) / mean(then);
/** @param {Figure} now @param {Figure} then */
const isEnough = (now, then) =>
  now.total !== null && now.units >= then.units * SHARE_OF_UNITS && mean(then) * now.units >= FEWEST;

/** @param {Figure} now @param {Figure} then @param {number} pace @returns {Odd | null} */
function oddFlow(now, then, pace) {
  if (!isEnough(now, then)) return null;
  const times = ratio(now, then) / (now.type === 'integer' ? pace : 1);
  if (times < FAR && times > 1 / FAR) return null;
  return { up: times > 1, times: Math.round(10 * times), why: 'flow' };
}

/** @param {Figure} now @param {Figure} then @param {boolean} mayFall @returns {Odd | null} */
function oddStock(now, then, mayFall) {
  if (now.total === null || !then.total) return null;
  const moved = ratio(now, then);
  const size = Math.abs(moved - 1) * then.total;
  if (size < LEAST_OF_STOCK) return null;
  const times = Math.round(Math.abs(moved - 1) * 100);
  if (moved >= RISE) return { up: true, times, why: 'rose' };
  return moved <= (mayFall ? 2 - RISE : FALL) ? { up: false, times, why: 'fell' } : null;
}
