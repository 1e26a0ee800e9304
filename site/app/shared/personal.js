/**
 * What in a text looks like somebody's telephone number, address or name: the service's own rule
 * (functions/giaoban/reports/personal.py), held together by schemas/vectors/personal.json. It finds too much rather than
 * too little, and proves nothing.
 */

/** @typedef {{ kind: 'number' | 'email' | 'name', text: string }} Personal */

// 8 digits and more, however they are spaced: telephone, citizen's id, bank account.
const NUMBER = /\(?\+?\d(?:[\s.\-–—_/()·]{0,3}\d){7,}/gu;
// What a report writes that long and means nobody: 2/8/2025, 2025-08-02, 2016-2020; 12.345.678.
const DATE = /\b(?:\d{1,2}([/.-])\d{1,2}\1\d{4}|20\d\d-\d\d-\d\d|(?:19|20)\d\d\s?[-–—]\s?20\d\d)\b/gu;
const AMOUNT = /^[1-9]\d{0,2}\.\d{3}\.\d{3}$/u;
// A ward, its street, and whom they are named for.
const WARD = /hai\s+bà\s+trưng/giu;
const WORD = '[\\p{L}\\p{N}_]';
const EMAIL = new RegExp(
  `[\\p{L}\\p{N}_.+-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\])\\s?[\\p{L}\\p{N}_-]{1,64}(?:\\.[\\p{L}\\p{N}_-]{1,64})*`,
  'giu',
);
// What stands before is taken along and left out: older iPhones have no look behind.
const TITLE = new RegExp(
  `(?:^|[^\\p{L}\\p{N}_])((?:ông|bà|anh|chị|cô|chú|bác|em|cụ|đồng chí|đ/c)(?:\\s+${WORD}+){1,5})`,
  'giu',
);

/** In the order of their kinds. @param {string} text @returns {Personal[]} */
export function looksPersonal(text) {
  const read = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return [
    ...numbers(read).map((found) => /** @type {Personal} */ ({ kind: 'number', text: found })),
    ...(read.match(EMAIL) ?? []).map((found) => /** @type {Personal} */ ({ kind: 'email', text: found })),
    ...names(read).map((found) => /** @type {Personal} */ ({ kind: 'name', text: found })),
  ];
}

/** @param {string} text */
const numbers = (text) => (text.replace(DATE, ' ; ').match(NUMBER) ?? []).filter((found) => !AMOUNT.test(found));

/** “bà” and then words with a capital; “bà con” is everybody, Hai Bà Trưng is a ward. @param {string} text */
const names = (text) =>
  [...text.replace(WARD, '').matchAll(TITLE)]
    .map(([, found = '']) => capitals(found.split(/\s+/)))
    .filter(Boolean);

/** A title of one word or two, and the words of the name after it; nothing when no name follows. @param {string[]} words */
function capitals(words) {
  const title = /^đồng$/iu.test(words[0] ?? '') ? 2 : 1;
  const after = words.slice(title).findIndex((word) => !/^\p{Lu}/u.test(word));
  const end = after < 0 ? words.length : title + after;
  return end > title ? words.slice(0, end).join(' ') : '';
}
