import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import * as clock from '../../../site/app/shared/clock.js';
import { hearEditions, turnClosed } from '../../../site/app/dieu-hanh/issued.js';
import { state } from '../../../site/app/dieu-hanh/state.js';
import { stateWord } from '../../../site/app/dieu-hanh/words.js';

const DAY = '2025-08-02';
const at = (hour) => clock.setBy(`${DAY}T${hour}:00+07:00`, Date.now(), Date.now());

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
