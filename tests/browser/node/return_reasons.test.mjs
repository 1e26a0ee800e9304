import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasons } from '../../../site/app/dieu-hanh/returning.js';

const finding = (figures, vi, explanation = null) => ({ rule: figures[0], figures, vi, en: '', explanation });

test('a return begins with each doubt that nobody explained, and its sentence as the reason', () => {
  const findings = [
    finding(['members', 'teams'], 'Có 9 tổ nhưng chỉ có 3 thành viên.'),
    finding(['trained'], 'Giảm từ 40 xuống 36.', 'Nhập nhầm hôm qua'),
    finding(['members'], 'Giảm từ 5 xuống 3.'),
  ];
  assert.deepEqual(reasons(findings), [['members', 'Có 9 tổ nhưng chỉ có 3 thành viên. Giảm từ 5 xuống 3.']]);
});
