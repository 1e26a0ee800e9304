import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { holds } from '../../../site/app/shared/rules.js';

const vectors = JSON.parse(readFileSync(new URL('../../../schemas/vectors/rules.json', import.meta.url), 'utf8'));

for (const { name, holds: rule, values, result } of vectors) {
  test(`vector: ${name}`, () => assert.equal(holds(rule, values), result));
}

test('a value that only the prototype has is blank', () =>
  assert.equal(holds({ '==': [{ var: 'toString' }, 1] }, {}), null));
