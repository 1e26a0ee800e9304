import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { idb } from './idb.mjs';
import { begin, receive, stage, submit, take, touch } from '../../../site/app/bao-cao/report.js';
import { rivals, settleRivals } from '../../../site/app/bao-cao/merge.js';

globalThis.dispatchEvent = () => true;
const one = await import('../../../site/app/bao-cao/store.js?tab=1');
const two = await import('../../../site/app/bao-cao/store.js?tab=2');
const unit = { code: '00004', kind: 'commune', names: { vi: 'A', en: 'A' } };
const KEY = 'hanoi-45/00004/2025-08-02';

const opened = async (tab) => (await tab.kept(KEY)) ?? begin('hanoi-45', unit, '2025-08-02');
const type = async (tab, kept, typed) => {
  Object.assign(kept.typed, typed);
  touch(kept, 1);
  await tab.keep(kept);
};
const send = async (tab, kept, values) => {
  submit(kept, { values, findings: [], complete: true, finished_at: '', clock_offset_ms: 0 });
  await tab.keep(kept);
  receive(kept, { revision: 1 });
  await tab.keep(kept);
};
const stored = () => idb.databases.get('giaoban').get('reports').get(KEY);

beforeEach(async () => {
  idb.writes = 'keeps';
  await one.forget(KEY);
});

test('what one tab typed is not erased by what the other types elsewhere', async () => {
  const [mine, theirs] = [await opened(one), await opened(two)];
  await type(one, mine, { x: '1' });
  await type(two, theirs, { y: '2' });
  assert.deepEqual([stored().typed, theirs.typed, stored().rival], [{ x: '1', y: '2' }, { y: '2', x: '1' }, null]);
});
test('of one entry typed differently in two tabs both values stay until the person has chosen', async () => {
  const [mine, theirs] = [await opened(one), await opened(two)];
  await type(one, mine, { x: '1' });
  await type(two, theirs, { x: '2' });
  assert.deepEqual([stored().typed.x, stored().rival.typed.x], ['2', '1']);
  const [choice] = rivals(theirs);
  assert.deepEqual([choice.mine, choice.theirs, choice.chosen], ['2', '1', null]);
  settleRivals(theirs, [{ ...choice, chosen: 'theirs' }]);
  await two.keep(theirs);
  assert.deepEqual([stored().typed.x, stored().rival], ['1', null]);
});
test('the same typed in both tabs asks nothing', async () => {
  const [mine, theirs] = [await opened(one), await opened(two)];
  await type(one, mine, { x: '1' });
  await type(two, theirs, { x: '1' });
  assert.equal(stored().rival, null);
});
test('typing fast in one tab never meets itself', async () => {
  const mine = await opened(one);
  await Promise.all(['1', '12', '123', '12', '1'].map((x) => type(one, mine, { x })));
  assert.deepEqual([stored().typed.x, stored().rival], ['1', null]);
});
test('nor does it after writes that failed', async () => {
  const mine = await opened(one);
  await type(one, mine, { x: '1' });
  idb.writes = 'is full';
  await type(one, mine, { x: '12', y: '3' });
  assert.equal(one.isSafe(mine), false);
  const again = await opened(one);
  idb.writes = 'keeps';
  await type(one, again, { x: '123' });
  assert.deepEqual([stored().typed, stored().rival, one.isSafe(again)], [{ x: '123', y: '3' }, null, true]);
});
test('what could not be written is written with what is typed next', async () => {
  const mine = await opened(one);
  await type(one, mine, { x: '1' });
  idb.writes = 'is full';
  await type(one, mine, { y: '3' });
  idb.writes = 'keeps';
  await type(one, mine, { x: '12' });
  assert.deepEqual([stored().typed, stored().rival], [{ x: '12', y: '3' }, null]);
});
test('a tab that is looked at again shows what the other has typed', async () => {
  const [mine, theirs] = [await opened(one), await opened(two)];
  await type(one, mine, { x: '1' });
  await two.lookAgain(theirs);
  assert.deepEqual([theirs.typed, stage(theirs)], [{ x: '1' }, 'draft']);
});
test('what the other tab has sent is not sent again, and typing on follows it', async () => {
  const mine = await opened(one);
  await type(one, mine, { x: '1' });
  const theirs = await opened(two);
  await type(two, theirs, { x: '2' });
  await send(two, theirs, { x: 2 });
  await type(one, mine, { y: '3' });
  assert.deepEqual([mine.typed, mine.base_revision, stage(mine), mine.rival], [{ x: '2', y: '3' }, 1, 'draft', null]);
  assert.equal(mine.sent_ids.length, 1);
});
test('what is typed in one tab while the other sends is still to be sent', async () => {
  const theirs = await opened(two);
  await type(two, theirs, { x: '2' });
  const mine = await opened(one);
  submit(theirs, { values: { x: 2 }, findings: [], complete: true, finished_at: '', clock_offset_ms: 0 });
  await two.keep(theirs);
  await type(one, mine, { y: '3' });
  receive(theirs, { revision: 1 });
  await two.keep(theirs);
  assert.deepEqual([stored().typed, stored().base_revision, stored().changed], [{ x: '2', y: '3' }, 1, true]);
});
test('a colleague’s revision taken over by a tab is not undone by what lay in the storage', async () => {
  const mine = await opened(one);
  await type(one, mine, { x: '1' });
  await send(one, mine, { x: 1 });
  take(mine, { revision: 2, figures: { x: 7 }, notes: {}, explanations: {}, nothing_to_report: false });
  await one.keepAgain(mine);
  await type(one, mine, { y: '3' });
  assert.deepEqual([stored().typed, stored().base_revision], [{ x: '7', y: '3' }, 2]);
});
test('an untouched form is not written', async () => {
  await one.keepAgain(await opened(one));
  assert.equal(stored(), undefined);
});
test('a promise rests on what was read back', async () => {
  const mine = await opened(one);
  idb.writes = 'forgets';
  await type(one, mine, { x: '1' });
  assert.equal(one.isSafe(mine), false);
  idb.writes = 'keeps';
  await one.keepAgain(mine);
  assert.deepEqual([one.isSafe(mine), stored().typed.x], [true, '1']);
});
