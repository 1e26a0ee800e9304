import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, nameOf, settle } from '../../../site/app/bao-cao/merge.js';

const kept = () => ({
  typed: { a: '1', b: '5', c: '7' },
  notes: {},
  explanations: {},
  base_revision: 1,
  base: { figures: { a: 1, b: 2, c: 3 }, notes: {} },
  newer: {},
});
const mine = { a: 1, b: 5, c: 7 };
const theirs = { revision: 2, figures: { a: 9, b: 2, c: 8 }, notes: { proposals: 'x' }, explanations: {} };
const chosen = () => Object.fromEntries(differences(kept(), mine, theirs).map((each) => [nameOf(each), each.chosen]));

test('what only the colleague changed is theirs beforehand', () => assert.equal(chosen().a, 'theirs'));
test('what only I changed is mine beforehand', () => assert.equal(chosen().b, 'mine'));
test('what both changed must be chosen', () => assert.equal(chosen().c, null));
test('a note only they wrote is theirs beforehand', () => assert.equal(chosen().proposals, 'theirs'));
test('what is the same on both sides is no difference', () => {
  assert.deepEqual(differences(kept(), { a: 9, b: 2, c: 8 }, { ...theirs, notes: {} }), []);
});
test('a figure that today’s form asks no more is nobody’s to choose: the service keeps it', () => {
  const earlier = { ...theirs, figures: { ...mine, d: 300 }, notes: {}, titles_gone: { d: { vi: 'Tờ', en: 'Leaflets' } } };
  assert.deepEqual(differences(kept(), mine, earlier), []);
});
test('the choices become the draft, which follows their revision', () => {
  const draft = kept();
  const all = differences(draft, mine, theirs).map((each) => ({ ...each, chosen: each.chosen ?? 'mine' }));
  settle(draft, all, theirs);
  assert.deepEqual(draft.typed, { a: '9', b: '5', c: '7' });
  assert.equal(draft.notes.proposals, 'x');
  assert.equal(draft.base_revision, 2);
  assert.equal(draft.newer, null);
});
test('choosing a colleague’s blank leaves the figure blank', () => {
  const draft = kept();
  settle(
    draft,
    differences(draft, mine, { ...theirs, figures: { b: 2, c: 3 } }).map((each) => ({ ...each, chosen: 'theirs' })),
    theirs,
  );
  assert.equal(draft.typed.a, '');
});
