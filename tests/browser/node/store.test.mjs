import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { idb } from './idb.mjs';
import { Store } from '../../../site/app/shared/store.js';

let number = 0;
const fresh = () => new Store(`test-${(number += 1)}`, ['shelf']);
const lying = (store) => idb.databases.get(store.name)?.get('shelf');

afterEach(() => Object.assign(idb, { writes: 'keeps', opens: true }));

test('what is written and read back lasts', async () => {
  const store = fresh();
  await store.put('shelf', 'a', { x: 1 });
  assert.deepEqual(lying(store).get('a'), { x: 1 });
  assert.deepEqual([store.lasting(), store.holds('shelf', 'a')], [true, true]);
});
test('a database that the browser has closed in the background is opened again', async () => {
  const store = fresh();
  await store.put('shelf', 'a', 1);
  idb.closeAll();
  await store.put('shelf', 'a', 2);
  assert.equal(lying(store).get('a'), 2);
  assert.equal(store.lasting(), true);
  idb.closeAll();
  assert.deepEqual([await store.get('shelf', 'a'), await store.all('shelf')], [2, [2]]);
});
test('a browser that says it has written, and has not, is not believed', async () => {
  const store = fresh();
  idb.writes = 'forgets';
  await store.put('shelf', 'a', 1);
  assert.deepEqual([store.lasting(), store.holds('shelf', 'a'), await store.get('shelf', 'a')], [false, false, 1]);
});
test('a storage that is full keeps what it had, and the page has what is newer', async () => {
  const store = fresh();
  await store.put('shelf', 'a', 1);
  idb.writes = 'is full';
  await store.put('shelf', 'a', 2);
  assert.deepEqual([lying(store).get('a'), await store.get('shelf', 'a'), store.lasting()], [1, 2, false]);
  assert.deepEqual(await store.all('shelf'), [2]);
});
test('when there is room again what is written lasts again', async () => {
  const store = fresh();
  idb.writes = 'is full';
  await store.put('shelf', 'a', 1);
  idb.writes = 'keeps';
  await store.put('shelf', 'a', 2);
  assert.deepEqual([lying(store).get('a'), store.lasting(), store.holds('shelf', 'a')], [2, true, true]);
});
test('a forbidden storage leaves the page its memory, and is not asked at each key', async () => {
  const store = fresh();
  idb.opens = false;
  await store.put('shelf', 'a', 1);
  idb.opens = true;
  const before = idb.opened;
  await store.put('shelf', 'a', 2);
  assert.deepEqual([await store.get('shelf', 'a'), store.lasting(), idb.opened], [2, false, before]);
});
test('what one has in memory is not changed by changing what was written', async () => {
  const store = fresh();
  idb.writes = 'is full';
  const value = { x: 1 };
  await store.put('shelf', 'a', value);
  value.x = 2;
  assert.deepEqual(await store.get('shelf', 'a'), { x: 1 });
});
