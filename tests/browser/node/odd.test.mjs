import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oddFigures } from '../../../site/app/dieu-hanh/edition/odd.js';

const flow = (id, total, units = 100) => ({ id, measure: 'flow', type: 'integer', total, units, carried: 0, blank: 0 });
const stock = (id, total, units = 100) => ({ ...flow(id, total, units), measure: 'stock' });
const kind = (...figures) => ({ kind: 'commune', groups: [{ id: 'all', figures, totals: [] }] });
const odd = (now, before, week = null, mayFall = () => false) => [...oddFigures(now, before, week, mayFall).keys()];

const USUAL = [flow('a', 1000), flow('b', 2000), flow('c', 3000), flow('d', 400)];

test('a figure that leaves the pace of its day is odd, up or down', () => {
  const now = kind(flow('a', 1000), flow('b', 2000), flow('c', 5000), flow('d', 200));
  assert.deepEqual(odd(now, kind(...USUAL)), ['c', 'd']);
});

test('a day on which everything is half is a quiet day and no oddity', () => {
  assert.deepEqual(odd(kind(...USUAL.map(({ id, total }) => flow(id, total / 2))), kind(...USUAL)), []);
});

test('while reports are still coming it is the average of a unit that counts', () => {
  const half = USUAL.map(({ id, total }) => flow(id, total / 2, 50));
  assert.deepEqual(odd(kind(...half), kind(...USUAL)), []);
  const few = USUAL.map(({ id }) => flow(id, 9000, 10));
  assert.deepEqual(odd(kind(...few), kind(...USUAL)), []);
});

test('what the same weekday of last week did as well is usual', () => {
  const now = kind(flow('a', 1000), flow('b', 2000), flow('c', 5000), flow('d', 400));
  assert.deepEqual(odd(now, kind(...USUAL), now), []);
  assert.deepEqual(odd(now, kind(...USUAL), kind(...USUAL)), ['c']);
});

test('a few more or fewer of what is rare is chance', () => {
  const rare = (total) => kind(flow('a', 1000), flow('b', 2000), flow('c', 3000), flow('rare', total));
  assert.deepEqual(odd(rare(25), rare(10)), []);
  assert.deepEqual(odd(rare(0), rare(100)), ['rare']);
});

test('a stock is odd when it falls or leaps, unless it is one that may fall', () => {
  const then = kind(stock('members', 1000), stock('pending', 1000), stock('same', 1000));
  const now = kind(stock('members', 950), stock('pending', 950), stock('same', 1100));
  assert.deepEqual(odd(now, then, null, (name) => name === 'pending'), ['members']);
  assert.deepEqual(odd(kind(stock('members', 1300), stock('pending', 700), stock('same', 998)), then, null, (name) => name === 'pending'), ['members', 'pending']);
});

test('a stock that more units tell of has not leapt', () => {
  assert.deepEqual(odd(kind(stock('members', 2000, 100)), kind(stock('members', 1000, 50))), []);
});

test('without a day before, and of what is not known, nothing is odd', () => {
  assert.deepEqual(odd(kind(...USUAL), null), []);
  assert.deepEqual(odd(kind(flow('a', null, 0)), kind(...USUAL)), []);
});
