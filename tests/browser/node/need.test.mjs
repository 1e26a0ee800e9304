import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEEDS, need } from '../../../site/app/dieu-hanh/need.js';
import { shownRows } from '../../../site/app/dieu-hanh/order.js';

const call = (more) => ({ outcome: 'reached', at: '2025-08-02T16:05:00+07:00', revision: 0, send_by: null, ...more });
const promise = (hour) => call({ outcome: 'will_send', send_by: `2025-08-02T${hour}:00+07:00` });
const row = (name, more) => ({
  unit: { code: name, kind: 'commune', names: { vi: `Xã ${name}`, en: name } },
  state: 'missing',
  flags: [],
  revision: 0,
  received_at: null,
  findings: 0,
  unexplained: 0,
  call: null,
  calling: null,
  promise_broken: false,
  ...more,
});
const sorted = (rows, more) =>
  shownRows(rows, { show: 'all', sort: 'need', kind: 'all', query: '', ...more }).map(({ unit }) => unit.code);

test('each unit has the one need that presses most', () => {
  const cases = {
    promise: { call: promise('16:08'), promise_broken: true },
    to_call: { call: call() },
    awaited: { state: 'expected' },
    in_hand: { calling: 'dieu-phoi-2', call: call({ outcome: 'calling' }) },
    doubtful: { state: 'late', revision: 1, unexplained: 2 },
    late: { state: 'late', revision: 1 },
    partial: { state: 'on_time', revision: 1, flags: ['partial'] },
    fine: { state: 'on_time', revision: 1 },
  };
  for (const [wanted, more] of Object.entries(cases)) assert.equal(need(row('A', more)), wanted);
  assert.deepEqual(NEEDS.slice(1), Object.keys(cases));
});
test('a promise that still has time, of a unit that owes, is in hand', () => {
  assert.equal(need(row('A', { call: promise('16:30') })), 'in_hand');
  assert.equal(need(row('A', { state: 'on_time', revision: 2, call: promise('16:30') })), 'fine');
});
test('an excused unit is not called again for what it promised', () => {
  assert.equal(need(row('A', { state: 'excused', call: promise('16:08'), promise_broken: true })), 'fine');
});
test('a report that was sent back is looked at, and in hand once its unit has promised', () => {
  const back = { state: 'on_time', revision: 1, flags: ['returned'] };
  assert.equal(need(row('A', back)), 'doubtful');
  assert.equal(need(row('A', { ...back, call: { ...promise('16:30'), revision: 1 } })), 'in_hand');
});
test('broken promises first by their hour, then who was never called, then who was called longest ago', () => {
  const rows = [
    row('Hẹn', { call: promise('16:40') }),
    row('Đã gọi', { call: call({ at: '2025-08-02T16:09:00+07:00' }) }),
    row('Gọi trước', { call: call({ at: '2025-08-02T16:02:00+07:00' }) }),
    row('Chưa gọi'),
    row('Quá hẹn sau', { call: promise('16:12'), promise_broken: true }),
    row('Quá hẹn trước', { call: promise('16:08'), promise_broken: true }),
    row('Xong', { state: 'on_time', revision: 1 }),
  ];
  const wanted = ['Quá hẹn trước', 'Quá hẹn sau', 'Chưa gọi', 'Gọi trước', 'Đã gọi', 'Hẹn', 'Xong'];
  assert.deepEqual(sorted(rows), wanted);
});
test('of the late, who says to have finished in time comes first: that is for a coordinator to decide', () => {
  const late = { state: 'late', revision: 1 };
  assert.deepEqual(sorted([row('A', late), row('B', { ...late, flags: ['claimed_on_time'] })]), ['B', 'A']);
});
test('by findings: those not explained, then those explained, then by name', () => {
  const rows = [row('C'), row('B', { findings: 3 }), row('A', { findings: 1, unexplained: 1 })];
  assert.deepEqual(sorted(rows, { sort: 'findings' }), ['A', 'B', 'C']);
});
test('a name is found without its marks, whichever letter carries the mark', () => {
  const rows = [row('Hòa Lạc'), row('Hoà Xá'), row('Đông Anh')];
  for (const query of ['hoa', 'Hòa', 'HOÀ']) assert.deepEqual(sorted(rows, { query }), ['Hòa Lạc', 'Hoà Xá']);
  assert.deepEqual(sorted(rows, { query: 'dong anh' }), ['Đông Anh']);
});
