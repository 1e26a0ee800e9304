import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf } from '../../../site/app/bao-cao/refused.js';

const form = {
  groups: [],
  properties: { team_members: { type: 'integer', measure: 'stock', title: 'Thành viên', title_en: 'Members' } },
  rules: [{ id: 'stock_fell', each: 'stock', severity: 'doubtful', holds: { '>=': [1, 0] }, figures: ['$'], vi: '', en: '' }],
};
for (const [path, entry] of Object.entries({
  '/figures/team_members': 'team_members',
  '/notes/difficulties': 'difficulties',
  '/explanations/stock_fell:team_members': 'team_members',
  '/figures': 'figures',
  '/figures/a~1b': 'a/b',
})) {
  test(`${path} is said at “${entry}”`, () => assert.equal(entryOf(form, path), entry));
}
