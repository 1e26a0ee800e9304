import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded, matching } from '../../../site/app/shared/fold.js';
import { lookOf } from '../../../site/app/dieu-hanh/told.js';
import { counted, daysBetween, reach, stateOf } from '../../../site/app/dieu-hanh/reminders/counted.js';

const told = (counts, reasons = {}, fates = {}) =>
  counted({ counts, reasons, fates, parts: 0, cost_vnd: 0 }).map(({ what, count, look }) => `${count} ${what} ${look}`);

test('what left is told with its receipts, and what has none yet', () => {
  assert.deepEqual(told({ SENT: 10 }, {}, { delivered: 6, bounced: 1, delayed: 1 }), [
    '10 sent well', '6 delivered well', '1 delayed open', '1 bounced bad', '2 untold open',
  ]);
});

test('while no receipt at all has come, nothing is said of receipts', () => {
  assert.deepEqual(told({ SENT: 10 }), ['10 sent well']);
});

test('what was left out is told by its reason; reasons of failures are not counted as left out', () => {
  const reasons = { reported: 4, limit: 1, refused: 2, no_answer: 3, tomorrow: 1 };
  assert.deepEqual(told({ SKIPPED: 6, FAILED: 2, UNKNOWN: 3 }, reasons), [
    '3 unknown bad', '2 failed bad', '4 reported soft', '1 limit bad', '1 other soft',
  ]);
});

test('what waits and what is in hand wait alike', () => {
  assert.deepEqual(told({ PENDING: 2, CLAIMED: 1, SENT: 0 }), ['3 waiting open']);
  assert.deepEqual(told({}), []);
});

test('a wave of which nothing is known ten minutes after its hour was missed', () => {
  const wave = { state: 'coming', at: '2025-08-02T15:30:00+07:00', counts: {} };
  assert.equal(stateOf(wave, Date.parse('2025-08-02T15:39:59+07:00')), 'coming');
  assert.equal(stateOf(wave, Date.parse('2025-08-02T15:40:00+07:00')), 'missed');
  assert.equal(stateOf({ ...wave, state: 'closed' }, Date.parse('2025-08-03T00:00:00+07:00')), 'closed');
});

test('a wave whose messages have all ended is over before the next tick writes it down', () => {
  const made = (counts) => stateOf({ state: 'made', at: '2025-08-02T15:30:00+07:00', counts }, 0);
  assert.equal(made({ SENT: 9, FAILED: 1, PENDING: 0 }), 'closed');
  for (const counts of [{}, { SENT: 9, PENDING: 1 }, { SENT: 9, CLAIMED: 1 }, { SENT: 9, UNKNOWN: 1 }])
    assert.equal(made(counts), 'made');
});

test('a limit is near at four fifths', () => {
  assert.deepEqual([reach(0, 800), reach(639, 800), reach(640, 800), reach(800, 800)], ['within', 'within', 'near', 'over']);
});

test('days to a milestone, over the end of a month', () => {
  assert.deepEqual([daysBetween('2025-07-30', '2025-08-02'), daysBetween('2025-08-02', '2025-07-31')], [3, -2]);
});

test('a search finds the words as typed, else all of them in any order, without accents', () => {
  const names = ['Phường Hoàn Kiếm', 'Xã Kiêu Kỵ', 'Hoàn tất Kiếm'];
  assert.deepEqual(matching(names, 'HOAN kiem', folded), ['Phường Hoàn Kiếm']);
  assert.deepEqual(matching(names, 'kiem hoan', folded), ['Phường Hoàn Kiếm', 'Hoàn tất Kiếm']);
  assert.deepEqual(matching(names, ' ', folded), names);
});

test('what did not arrive, was refused or stopped is marked; what nobody can say yet is not', () => {
  const look = (state, fate = null) => lookOf({ state, fate });
  assert.deepEqual(['undelivered', 'bounced', 'complained'].map((fate) => look('SENT', fate)), ['bad', 'bad', 'bad']);
  assert.deepEqual([look('FAILED'), look('UNKNOWN')], ['bad', 'bad']);
  assert.deepEqual([look('SENT', 'delivered'), look('SENT'), look('SENT', 'delayed')], ['well', 'open', 'open']);
});
