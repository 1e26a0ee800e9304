import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rowAt } from '../../../site/app/dieu-hanh/by_clock.js';

const vectors = JSON.parse(readFileSync(new URL('../../../schemas/vectors/clock.json', import.meta.url), 'utf8'));

for (const { name, deadline, received_at, call, moments } of vectors) {
  const facts = { flags: [], revision: received_at ? 1 : 0, first_received_at: received_at, call };
  const told = moments.map(({ now, ...shown }) => [Date.parse(now), { ...facts, ...shown }]);
  test(`${name}, whenever the row was told and is looked at`, () => {
    for (const [, row] of told)
      for (const [now, wanted] of told) assert.deepEqual(rowAt(row, Date.parse(deadline), now), wanted);
  });
}
test('a row that the clock leaves as it is is the very same', () => {
  const row = { state: 'on_time', was: null, flags: [], revision: 1, call: null, calling: null, promise_broken: false };
  assert.equal(rowAt(row, 0, 1), row);
});
