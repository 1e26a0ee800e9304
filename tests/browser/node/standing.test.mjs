/** Where a text of a report stands: what a coordinator said last, and what the day's last edition holds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standing } from '../../../site/app/dieu-hanh/public/standing.js';

const ABOUT = 'notes/difficulties';
const SHA = 'a'.repeat(64);
const at = (clock) => `2025-08-02T${clock}:00.000+07:00`;
const decision = (kind, clock, sha256 = SHA) => ({ kind, at: at(clock), about: ABOUT, sha256 });
const sent = (clock, difficulties) => ({ received_at: at(clock), notes: { difficulties } });
const text = (said) => ({ about: ABOUT, text: 'Mạng yếu', sha256: SHA, public: said ?? null });
const edition = (clock) => ({ edition: 1, issued_at: at(clock) });
const MADE = decision('make_public', '16:00');
const BACK = decision('withdraw_public', '17:10');

test('a text that nobody has marked is private', () => {
  assert.equal(standing({ history: [sent('15:00', 'Mạng yếu')], decisions: [] }, text(), edition('16:48')), 'private');
  assert.equal(standing({}, text(), null), 'private');
});

test('a marked text waits for the next edition, and then it is public', () => {
  const report = { history: [sent('15:00', 'Mạng yếu')], decisions: [MADE] };
  assert.equal(standing(report, text(MADE), null), 'next');
  assert.equal(standing(report, text(MADE), edition('15:50')), 'next');
  assert.equal(standing(report, text(MADE), edition('16:48')), 'shown');
});

test('what is taken back after the edition stays until the next one', () => {
  const report = { history: [sent('15:00', 'Mạng yếu')], decisions: [MADE, BACK] };
  assert.equal(standing(report, text(), edition('16:48')), 'hiding');
  assert.equal(standing(report, text(), edition('17:20')), 'private');
});

test('an edition from before the unit wrote it does not hold it', () => {
  const report = { history: [sent('15:00', 'Lời khác'), sent('17:00', 'Mạng yếu')], decisions: [MADE] };
  assert.equal(standing(report, text(MADE), edition('16:48')), 'next');
});

test('a decision about other words says nothing of these', () => {
  const other = decision('make_public', '16:00', 'b'.repeat(64));
  assert.equal(standing({ history: [sent('15:00', 'Mạng yếu')], decisions: [other] }, text(), edition('16:48')), 'private');
});

test('an explanation is found by its rule', () => {
  const about = 'explanations/stock_fell:villages';
  const made = { ...MADE, about };
  const history = [{ received_at: at('15:00'), notes: {}, explanations: { 'stock_fell:villages': 'Sáp nhập' } }];
  const said = { about, text: 'Sáp nhập', sha256: SHA, public: made };
  assert.equal(standing({ history, decisions: [made] }, said, edition('16:48')), 'shown');
});
