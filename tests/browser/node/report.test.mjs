import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, meet, receive, stage, submit, touch } from '../../../site/app/bao-cao/report.js';

const unit = { code: '00004', kind: 'commune', names: { vi: 'A', en: 'A' } };
const fresh = () => begin('hanoi-45', unit, '2025-08-02');
const server = (more) => ({
  revision: 1,
  figures: { x: 1 },
  notes: {},
  explanations: {},
  nothing_to_report: false,
  submission_id: 'theirs',
  ...more,
});
const sending = (kept) =>
  submit(kept, { values: { x: 2 }, form: '', findings: [], complete: true, finished_at: '', clock_offset_ms: 0 });
const typed = (kept) => {
  kept.typed.x = '2';
  touch(kept, 1);
  return kept;
};

test('what the service holds fills an untouched form', () => {
  const kept = fresh();
  meet(kept, server());
  assert.deepEqual(kept.typed, { x: '1' });
  assert.equal(stage(kept), 'received');
});
test('a colleague’s revision never overwrites what was typed', () => {
  const kept = typed(fresh());
  meet(kept, server());
  assert.equal(kept.typed.x, '2');
  assert.equal(kept.newer.revision, 1);
});
test('our own revision, whose answer was lost, is the ground for the next', () => {
  const kept = typed(fresh());
  const { submission_id } = sending(kept);
  touch(kept, 2);
  meet(kept, server({ submission_id }));
  assert.equal(kept.newer, null);
  assert.equal(kept.base_revision, 1);
});
test('typing takes a waiting report back to a draft', () => {
  const kept = typed(fresh());
  sending(kept);
  assert.equal(stage(kept), 'waiting');
  touch(kept, 2);
  assert.equal(stage(kept), 'draft');
});
test('a received report stands on its own revision', () => {
  const kept = typed(fresh());
  sending(kept);
  receive(kept, { revision: 1 });
  assert.equal(stage(kept), 'received');
  assert.equal(kept.base_revision, 1);
});
test('an explanation is sent only while its finding stands', () => {
  const kept = typed(fresh());
  kept.explanations = { odd: 'vì mưa', gone: 'cũ' };
  const sent = submit(kept, {
    values: { x: 2 },
    findings: [{ rule: 'odd' }],
    complete: true,
    finished_at: '',
    clock_offset_ms: 0,
  });
  assert.deepEqual(sent.explanations, { odd: 'vì mưa' });
});
test('"nothing to report" goes only without figures', () => {
  const kept = typed(fresh());
  kept.nothing = true;
  assert.equal(sending(kept).nothing_to_report, false);
});
