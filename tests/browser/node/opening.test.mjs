import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { LINK_A, LINK_B, go, service, told } from './page.mjs';

const { forgetLink, linkWaits, openSession } = await import('../../../site/app/bao-cao/opening.js');
const { state } = await import('../../../site/app/bao-cao/state.js');
const { shortId } = await import('../../../site/app/bao-cao/link.js');

/** The phone has just been used for unit A. */
beforeEach(async () => {
  forgetLink();
  Object.assign(service, { reachable: true, refuses: false, asked: [] });
  go(`/bao-cao#t=${LINK_A}`);
  await openSession();
  assert.equal(state.kept?.unit, '00004');
  go('/bao-cao#buoc-2');
});

/** @param {string} address */
async function open(address) {
  go(address);
  await openSession();
}

test('another unit’s link with a full stop behind it opens that unit’s form', async () => {
  await open(`/bao-cao#t=${LINK_B}.`);
  assert.equal(state.kept?.unit, '00008');
  assert.equal(location.hash, '');
});
test('a damaged link shows no form, though the phone has another unit’s session, and says that it is damaged', async () => {
  await open(`/bao-cao#t=${LINK_B.slice(1)}`);
  assert.deepEqual([state.trouble, state.kept, state.session], ['damaged', null, null]);
});
test('a damaged link is still damaged when the page is loaded again', async () => {
  await open('/bao-cao#t=broken');
  await openSession();
  assert.deepEqual([state.trouble, state.kept, location.hash], ['damaged', null, '#t=broken']);
});
test('a link that the service does not know shows no other unit’s form, nor does loading the page again', async () => {
  await open(`/bao-cao#t=${LINK_B.replace('b', 'c')}`);
  assert.deepEqual([state.trouble, state.kept], ['session', null]);
  await openSession();
  assert.equal(state.kept, null);
});
test('without a network another unit’s link shows no form, and opens its own when the network is back', async () => {
  service.reachable = false;
  await open(`/bao-cao#t=${LINK_B}`);
  assert.deepEqual([state.trouble, state.kept, linkWaits()], ['unreachable', null, true]);
  service.reachable = true;
  await openSession();
  assert.equal(state.kept?.unit, '00008');
  assert.equal(linkWaits(), false);
});
test('without a network a link opened before shows its unit’s form, and is exchanged when the network is back', async () => {
  service.reachable = false;
  await open(`/bao-cao#t=${LINK_A}`);
  assert.equal(state.session?.link, await shortId(LINK_A));
  assert.deepEqual([state.kept?.unit, linkWaits()], ['00004', true]);
  go('/bao-cao#buoc-1');
  service.reachable = true;
  service.asked = [];
  await openSession();
  assert.deepEqual([service.asked, linkWaits()], [[LINK_A], false]);
});
test('a link that has expired since shows what was typed for its unit and asks for a new one', async () => {
  service.refuses = true;
  await open(`/bao-cao#t=${LINK_A}`);
  assert.deepEqual([state.trouble, state.kept?.unit], ['session', '00004']);
});
test('another unit’s form leaves the screen before the new one is there, so that nobody types into it', async () => {
  service.cookie = LINK_B;
  told.length = 0;
  const opening = open('/bao-cao');
  for (let turns = 0; turns < 50 && !told.length; turns += 1) await null;
  assert.deepEqual([told, state.kept], [['giaoban:left'], null]);
  await opening;
  assert.equal(state.kept?.unit, '00008');
});
test('somebody may go on without the link, by the session that the phone has', async () => {
  await open('/bao-cao#t=broken');
  forgetLink();
  await openSession();
  assert.deepEqual([state.trouble, state.kept?.unit, location.hash], [null, '00004', '']);
});
