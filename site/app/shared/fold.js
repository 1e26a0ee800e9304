/** Text as a search compares it. */

/** “Hòa” and “Hoà”, “đ” and “d” are the same to a search. @param {string} text */
export const folded = (text) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/\s+/g, ' ').trim();

/**
 * Those with the words as typed; when there are none, those with all the words in any order.
 * @template T
 * @param {T[]} all
 * @param {string} query
 * @param {(each: T) => string} wordsOf what is searched of each, folded
 */
export function matching(all, query, wordsOf) {
  const wanted = folded(query);
  const asTyped = all.filter((each) => wordsOf(each).includes(wanted));
  return asTyped.length ? asTyped : all.filter((each) => wanted.split(' ').every((word) => wordsOf(each).includes(word)));
}
