import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import * as clock from '../../../site/app/shared/clock.js';
import { lines } from '../../../site/app/dieu-hanh/head.js';
import { askEditions, hearEditions, turnClosed } from '../../../site/app/dieu-hanh/issued.js';
import { state } from '../../../site/app/dieu-hanh/state.js';
import { stateWord } from '../../../site/app/dieu-hanh/words.js';

const DAY = '2025-08-02';
const at = (hour, day = DAY) => clock.setBy(`${day}T${hour}:00+07:00`, Date.now(), Date.now());
const clockLine = () => lines(state.board, Date.parse(state.board.deadline) - clock.now());
const ISSUED = { edition: 1, kind: 'issued', issued_at: `${DAY}T16:52:00+07:00` };

beforeEach(() => {
  at('16:30');
  const board = { day: DAY, deadline: `${DAY}T16:00:00+07:00`, edition_deadline: `${DAY}T17:00:00+07:00` };
  Object.assign(state, { day: DAY, board, closed: false, campaign: { first_day: '2025-07-24', days: 45 } });
  hearEditions(DAY, []);
});

test('between the deadline and the edition a unit is overdue, and does not “not report”', () => {
  turnClosed();
  assert.equal(stateWord('missing'), 'Quá hạn, chưa gửi');
  assert.equal(stateWord('missing', '2025-08-01'), 'Không báo cáo');
});
test('once an edition has left, who sent nothing has not reported', () => {
  hearEditions(DAY, [{ edition: 1, kind: 'issued' }]);
  assert.equal(turnClosed(), true);
  assert.equal(stateWord('missing'), 'Không báo cáo');
});
test('without an edition that is so from the edition’s hour on', () => {
  at('17:00');
  turnClosed();
  assert.equal(stateWord('missing'), 'Không báo cáo');
});
test('an edition of another day closes nothing here', () => {
  hearEditions('2025-08-01', [{ edition: 1, kind: 'issued' }]);
  turnClosed();
  assert.equal(state.closed, false);
});
test('the clock line says that the edition has left, and never that its hour is over', () => {
  at('17:10');
  assert.match(clockLine()[0], /^Đã quá giờ bản tổng hợp 17:00/);
  hearEditions(DAY, [ISSUED]);
  assert.deepEqual(clockLine(), ['Đã phát hành bản số 1 lúc 16:52', 'đã quá hạn 16:00']);
});
test('the next morning it says so too, asked for by the page itself', async () => {
  at('07:30', '2025-08-03');
  Object.assign(state, { day: DAY, board: { ...state.board, campaign: 'hanoi-45' } });
  hearEditions('2025-08-03', []);
  globalThis.fetch = async () =>
    new Response(JSON.stringify({ editions: [ISSUED] }), { headers: { 'Content-Type': 'application/json' } });
  await askEditions();
  assert.deepEqual(clockLine(), ['Đã phát hành bản số 1 lúc 16:52', 'Hạn báo cáo 16:00']);
});
