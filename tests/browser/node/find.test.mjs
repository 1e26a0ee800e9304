import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groups } from '../../../site/app/danh-ba/find.js';
import { writtenPhone } from '../../../site/app/shared/phone.js';

const unit = (code, vi) => ({ code, kind: 'commune', names: { vi, en: vi } });
const person = (id, unit, name, phone, stopped = []) => ({ id, unit, name, phone, email: `${id}@giaoban.invalid`, stopped });
const DIRECTORY = {
  units: [unit('00001', 'Xã Sen Trắng'), unit('00002', 'Xã Đồng Hoa'), unit('00003', 'Xã Vắng')],
  units_without_reporter: ['00003'],
  people: [
    person('a', '00002', 'Trần Văn Ong', '+84912345678'),
    person('b', '00001', 'Lê Thị Sen', '+84987654321', [{ channel: 'sms' }]),
    person('c', '00002', 'Đỗ Hoà', null),
  ],
};
const found = (query, show = 'all') =>
  groups(DIRECTORY, { query, show }).map(({ unit, people }) => `${unit.code} ${people.map(({ id }) => id).join('')}`.trim());

test('everybody stands under their unit, in the order of units, also a unit that has nobody', () => {
  assert.deepEqual(found(''), ['00001 b', '00002 ac', '00003']);
});

test('a search needs no accents and finds people, units and codes', () => {
  assert.deepEqual(found('le thi'), ['00001 b']);
  assert.deepEqual(found('do hoa'), ['00002 c']);
  assert.deepEqual(found('DONG HOA'), ['00002 ac']);
  assert.deepEqual(found('00003'), ['00003']);
  assert.deepEqual(found('van ong dong hoa'), ['00002 a']);
  assert.deepEqual(found('nobody'), []);
});

test('a number is found however it is written', () => {
  for (const number of ['0912345678', '0912 345 678', '+84 912.345.678', '345678', '84912'])
    assert.deepEqual(found(number), ['00002 a'], number);
});

test('units without a reporter, and people with a stopped channel, can be shown alone', () => {
  assert.deepEqual(found('', 'unreported'), ['00003']);
  assert.deepEqual(found('', 'stopped'), ['00001 b']);
});

test('numbers are written as people here do; one that is nobody’s with its +84', () => {
  assert.equal(writtenPhone('+84912345678'), '0912 345 678');
  assert.equal(writtenPhone('+84000000001'), '+84 000 000 001');
  assert.equal(writtenPhone(''), '');
});
