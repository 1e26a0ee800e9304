import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pasteWhole, readInteger, writeInteger } from '../../../site/app/shared/numbers.js';

for (const typed of ['1234', '1.234', '1,234', '1 234', ' 1.234 ', '1\u00a0234', '１２３４', '１．２３４', '0001234', '1\u202f234', '1\u2009234', '\u200e1.234\u200f', '1234\n', '\ufeff1.234\t']) {
  test(`"${typed}" reads as 1234`, () => assert.equal(readInteger(typed), 1234));
}
for (const typed of ['', '-1', '1.5', '1,5', '12.34', '1.23.4', '12a', '1e3', '٣', '9'.repeat(20), '=1+1']) {
  test(`"${typed}" is no whole number`, () => assert.equal(readInteger(typed), null));
}
for (const typed of ['0,125', '0.125', '00.125', '012.345', '0 125']) {
  test(`"${typed}" is a fraction or a slip, and no whole number`, () => assert.equal(readInteger(typed), null));
}
for (const typed of ['1,234.567', '1.234,567', '1 234.567', '1.234 567', '1  234', '1234.567', '1.2345']) {
  test(`"${typed}" mixes its signs, and is no whole number`, () => assert.equal(readInteger(typed), null));
}
for (const typed of ['12\t345', '12\n345', '12\r\n345', '12\v345', '12\u0085345', '12\u2028345']) {
  test(`${JSON.stringify(typed)}, two cells of a table, is no whole number`, () => assert.equal(readInteger(typed), null));
}
for (const typed of ['5²', '①', '½', '12₃', 'Ⅻ']) {
  test(`"${typed}" is no whole number`, () => assert.equal(readInteger(typed), null));
}
test('1.234.567 is read with one sign throughout', () => assert.equal(readInteger('1.234.567'), 1234567));

/** @param {string} pasted @param {string} [held] */
function entryAfterPasting(pasted, held = '') {
  const entry = Object.assign(new EventTarget(), { value: held, maxLength: 16, selectionStart: held.length, selectionEnd: held.length });
  entry.setRangeText = (text, start, end) => (entry.value = entry.value.slice(0, start) + text + entry.value.slice(end));
  const event = Object.assign(new Event('paste'), { clipboardData: { getData: () => pasted } });
  entry.addEventListener('paste', pasteWhole);
  entry.dispatchEvent(event);
  return entry.value;
}
test('two cells pasted one below the other are refused, not joined', () =>
  assert.equal(readInteger(entryAfterPasting('12\r\n345\r\n')), null));
test('one cell pasted with its line break and its rim is read', () =>
  assert.equal(readInteger(entryAfterPasting('                1.234\r\n')), 1234));
test('a short number is left to the browser to paste', () => assert.equal(entryAfterPasting('1.234'), ''));
test('a long number pasted is not cut off', () =>
  assert.equal(entryAfterPasting('12345678901234567890'), '12345678901234567890'));

test('1234567 reads 1.234.567 in Vietnamese', () => assert.equal(writeInteger(1234567, 'vi'), '1.234.567'));
test('1234567 reads 1,234,567 in English', () => assert.equal(writeInteger(1234567, 'en'), '1,234,567'));
test('999 has no separator', () => assert.equal(writeInteger(999, 'vi'), '999'));
