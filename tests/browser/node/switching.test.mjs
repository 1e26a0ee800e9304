import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { LINK_A, LINK_B, go, service } from './page.mjs';

const { forgetLink, linkWaits, openSession } = await import('../../../site/app/bao-cao/opening.js');
const { receive, submit, touch } = await import('../../../site/app/bao-cao/report.js');
const { state } = await import('../../../site/app/bao-cao/state.js');
const store = await import('../../../site/app/bao-cao/store.js');
const { goOnWith } = await import('../../../site/app/bao-cao/switching.js');

const SENT = { values: { a: 1 }, form: '', findings: [], complete: true, finished_at: '', clock_offset_ms: 0 };
/** @type {import('../../../site/app/types').Kept} */
let kept;

/** A report of unit A waits on this phone. */
beforeEach(async () => {
  goOnWith('');
  forgetLink();
  go(`/bao-cao#t=${LINK_A}`);
  await openSession();
  kept = /** @type {typeof kept} */ (state.kept);
  touch(kept, 1);
  submit(kept, SENT);
  await store.keep(kept);
  Object.assign(service, { asked: [] });
  go(`/bao-cao#t=${LINK_B}`);
});

const waits = async () => (await store.kept(kept.key))?.sending !== null;

test('what waits goes under its own unit’s session before another unit’s link replaces it, and nothing is asked', async () => {
  /** @type {unknown[]} */
  const sent = [];
  await openSession(async ({ unit }) => {
    sent.push([unit?.code, service.cookie]);
    receive(kept, /** @type {any} */ ({ revision: 1 }));
    await store.keep(kept);
  });
  assert.deepEqual([sent, state.trouble, state.kept?.unit], [[['00004', LINK_A]], null, '00008']);
});
test('where it could not be sent the page asks, and the session is still its own unit’s', async () => {
  await openSession();
  assert.deepEqual([state.trouble, state.kept, linkWaits()], ['waits', null, true]);
  assert.deepEqual([state.waiting?.reports.map(({ unit }) => unit), service.asked, service.cookie], [['00004'], [], LINK_A]);
});
test('whoever goes on opens the other unit’s form, and the report goes on waiting', async () => {
  await openSession();
  goOnWith(LINK_B);
  await openSession();
  assert.deepEqual([state.trouble, state.kept?.unit, await waits()], [null, '00008', true]);
});
test('the link that the phone was used with asks nothing', async () => {
  go(`/bao-cao#t=${LINK_A}`);
  await openSession();
  assert.deepEqual([state.trouble, state.kept?.unit], [null, '00004']);
});
test('a session that has ended is not waited for: the new link is what the report needs', async () => {
  kept.trouble = 401;
  await store.keep(kept);
  await openSession();
  assert.deepEqual([state.trouble, state.kept?.unit, await waits()], [null, '00008', true]);
});
