import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { known, numberRead } from '../../../site/app/dieu-hanh/edition/known.js';

const draft = (number, changes = []) => ({ kind: 'draft', edition: number, changes, replaces: { edition: number - 1 } });
const issued = { kind: 'issued', edition: 1, remarks: { number: 0 } };
const list = { editions: [{ edition: 1, kind: 'issued' }], remarks: { number: 0 } };

beforeEach(() => void Object.assign(known, { chosen: null, list, last: issued, draft: draft(2) }));

test('before anything is issued the draft is shown', () => {
  Object.assign(known, { list: { ...list, editions: [] }, last: null, draft: { ...draft(1), replaces: null } });
  assert.equal(numberRead(), 0);
});
test('once it is issued, the edition is shown and not the draft', () => assert.equal(numberRead(), 1));
test('once a report has come since, the draft is shown again', () => {
  known.draft = draft(2, [{ unit: '00004' }]);
  assert.equal(numberRead(), 0);
});
test('what somebody chose to read stays', () => {
  known.chosen = 0;
  assert.equal(numberRead(), 0);
});
