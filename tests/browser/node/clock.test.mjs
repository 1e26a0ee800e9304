import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as clock from '../../../site/app/shared/clock.js';
import { asOfNow, dayNumber, dayToOpen, timeLeft } from '../../../site/app/bao-cao/campaign.js';

const campaign = {
  first_day: '2025-07-24',
  days: 45,
  today: '2025-08-02',
  day_number: 10,
  deadlines: { report: '2025-08-02T16:00:00+07:00', edition: '2025-08-02T17:00:00+07:00' },
  corrections_close: '2025-08-04T16:00:00+07:00',
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
  assert.equal(Date.parse(moved.corrections_close), Date.parse('2025-08-05T16:00:00+07:00'));
});

const begins = (now, wanted) => {
  at(now);
  return dayToOpen(asOfNow({ ...campaign, today: '2025-07-01', day_number: null, corrections_close: '2025-07-03T16:00:00+07:00', deadlines: null }), wanted);
};
test('a visit begins with the day that its link is about, while that is open', () => {
  assert.equal(begins('2025-08-02T08:00:00+07:00', '2025-08-01'), '2025-08-01');
  assert.equal(begins('2025-08-02T15:59:00+07:00', '2025-07-31'), '2025-07-31');
  assert.equal(begins('2025-08-02T16:00:00+07:00', '2025-07-31'), '2025-08-02');
  assert.equal(begins('2025-08-02T08:00:00+07:00', '2025-08-03'), '2025-08-02');
  assert.equal(begins('2025-08-02T08:00:00+07:00', null), '2025-08-02');
});
test('after the last day a visit begins with that while it is open, and before the first there is nothing to report', () => {
  assert.equal(begins('2025-09-08T15:59:00+07:00', null), '2025-09-06');
  assert.equal(begins('2025-09-08T16:00:00+07:00', null), null);
  assert.equal(begins('2025-07-23T23:59:00+07:00', null), null);
});
