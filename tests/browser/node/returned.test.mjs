import assert from 'node:assert/strict';
import { test } from 'node:test';
import { returned } from '../../../site/app/bao-cao/returned.js';

const back = (revision, fields) => ({ revision, at: `2025-08-02T16:0${revision}:00+07:00`, fields });

test('what was said of the current revision stands, the last word for each figure', () => {
  const returns = [back(1, { a: 'cũ' }), back(2, { a: 'sai', b: 'thiếu' }), back(2, { a: 'gấp mười' })];
  assert.deepEqual(returned({ revision: 2, returns })?.fields, { a: 'gấp mười', b: 'thiếu' });
});
test('a newer revision clears it, and nothing sent is nothing returned', () => {
  assert.equal(returned({ revision: 3, returns: [back(2, { a: 'sai' })] }), null);
  assert.equal(returned({ revision: 0, returns: [] }), null);
});
