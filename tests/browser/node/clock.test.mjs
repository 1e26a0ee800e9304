import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as clock from '../../../site/app/shared/clock.js';
import { asOfNow, dayNumber, timeLeft } from '../../../site/app/bao-cao/campaign.js';

const campaign = {
  first_day: '2025-07-24',
  days: 45,
  today: '2025-08-02',
  day_number: 10,
  deadlines: { report: '2025-08-02T16:00:00+07:00', edition: '2025-08-02T17:00:00+07:00' },
};
const at = (time) => {
  const now = Date.now();
  clock.setBy(time, now, now);
};

test('the server’s clock is kept whatever the phone’s says', () => {
  at('2025-08-02T15:42:00+07:00');
  assert.equal(clock.hour(clock.now()), '15:42');
});
test('the clock is set to the middle of the round trip', () => {
  const now = Date.now();
  clock.setBy('2025-08-02T15:42:00.000+07:00', now - 4000, now);
  assert.equal(Math.round((clock.now() - Date.parse('2025-08-02T15:42:02+07:00')) / 100), 0);
});
test('the 24th of July is day 1', () => assert.equal(dayNumber(campaign, '2025-07-24'), 1));
test('the day after the last has no number', () => assert.equal(dayNumber(campaign, '2025-09-07'), null));
test('ten minutes before the deadline ten minutes are left', () => {
  at('2025-08-02T15:50:00+07:00');
  assert.equal(Math.round(timeLeft(campaign, '2025-08-02') / 60_000), 10);
});
test('what was read yesterday is moved on to today', () => {
  at('2025-08-03T08:00:00+07:00');
  const moved = asOfNow(campaign);
  assert.equal(moved.today, '2025-08-03');
  assert.equal(moved.day_number, 11);
  assert.equal(Date.parse(moved.deadlines.report), Date.parse('2025-08-03T16:00:00+07:00'));
});
