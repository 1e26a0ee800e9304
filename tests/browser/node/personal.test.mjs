import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { looksPersonal } from '../../../site/app/shared/personal.js';

const vectors = JSON.parse(readFileSync(new URL('../../../schemas/vectors/personal.json', import.meta.url), 'utf8'));

for (const { text, found } of vectors)
  test(`what may be somebody’s in “${text}” is found as the service finds it`, () => {
    assert.deepEqual(looksPersonal(text), found);
  });
