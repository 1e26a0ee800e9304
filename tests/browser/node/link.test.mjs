import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkIn, shortId } from '../../../site/app/bao-cao/link.js';

const TOKEN = '-emoDEMOdemoDEMOdemo1_';
const at = (rest, search = '') => linkIn({ hash: rest, search });

for (const [what, hash] of Object.entries({
  'as it was sent': `#t=${TOKEN}`,
  'with the full stop of its sentence': `#t=${TOKEN}.`,
  'with a bracket': `#t=${TOKEN})`,
  'with a quotation mark on both sides': `#t=%22${TOKEN}%E2%80%9D`,
  'with a space behind it': `#t=${TOKEN}%20`,
  'with a word behind it': `#t=${TOKEN}%20truoc`,
  'with what counts clicks behind it': `#t=${TOKEN}&utm_source=zalo`,
  'with a question for a counter behind it': `#t=${TOKEN}?fbclid=abc123`,
  'with the stars of bold type': `#t=${TOKEN}**`,
  'with the line of italics': `#t=${TOKEN}_`,
  'with what nobody sees within it': `#t=${TOKEN.slice(0, 9)}%E2%80%8B${TOKEN.slice(9)}`,
  'with its sign encoded': `#t%3D${TOKEN}`,
  'encoded twice': `#t%253D${TOKEN}`,
  'with half a letter behind it': `#t=${TOKEN}%E2%80`,
})) {
  test(`a link ${what} opens its unit`, () => assert.deepEqual(at(hash), { token: TOKEN }));
}

test('a link whose token has slipped into the query opens its unit', () =>
  assert.deepEqual(at('', `?utm_source=zalo%23t=${TOKEN}`), { token: TOKEN }));

for (const hash of ['#t', '#t=', '#t%3D', `#t=${TOKEN.slice(1)}`, `#t=${TOKEN}x`, `#t=${TOKEN}_x`, `#t=${TOKEN.slice(0, 9)}.${TOKEN.slice(9)}`]) {
  test(`“${hash}” says that it carries a link, and it is damaged`, () => assert.deepEqual(at(hash), { token: null }));
}

for (const hash of ['', '#', '#buoc-1/teams', '#tren-may', '#xem-lai', '#da-gui', '#hai-ban']) {
  test(`“${hash}” carries no link`, () => assert.equal(at(hash), null));
}

test('a query of another kind carries no link', () => assert.equal(at('', '?utm_source=zalo&t=1'), null));

test('the short id is the service’s', async () =>
  assert.equal(await shortId('demoDEMOdemoDEMOdemo12'), 'l-34bfBqX6'));
