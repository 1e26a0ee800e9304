import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInteger, writeInteger } from '../../../site/app/shared/numbers.js';

for (const typed of ['1234', '1.234', '1,234', '1 234', ' 1.234 ', '1\u00a0234', '１２３４', '0001234']) {
  test(`"${typed}" reads as 1234`, () => assert.equal(readInteger(typed), 1234));
}
for (const typed of ['', '-1', '1.5', '1,5', '12.34', '1.23.4', '12a', '1e3', '٣', '9'.repeat(20), '=1+1']) {
  test(`"${typed}" is no whole number`, () => assert.equal(readInteger(typed), null));
}
test('1234567 reads 1.234.567 in Vietnamese', () => assert.equal(writeInteger(1234567, 'vi'), '1.234.567'));
test('1234567 reads 1,234,567 in English', () => assert.equal(writeInteger(1234567, 'en'), '1,234,567'));
test('999 has no separator', () => assert.equal(writeInteger(999, 'vi'), '999'));
