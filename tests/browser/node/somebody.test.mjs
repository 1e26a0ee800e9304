import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitsThatName } from '../../../site/app/dieu-hanh/edition/somebody.js';

const subject = (...entries) => ({ subject: 'other', names: { vi: '', en: '' }, entries });

test('whoever issues sees which units’ words hold a name or a number, each unit once', () => {
  const notes = {
    difficulties: [
      subject({ unit: '00004', text: 'Gọi anh Tuấn 0912 345 678' }, { unit: '00008', text: 'Mạng chậm ngày 2/8/2025' }),
      subject({ unit: '00004', text: 'Gọi anh Tuấn 0912 345 678' }),
    ],
    proposals: [],
  };
  assert.deepEqual(unitsThatName({ notes }), [{ unit: '00004', found: ['0912 345 678', 'anh Tuấn'] }]);
});
