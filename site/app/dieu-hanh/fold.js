/** Text as a search compares it. */

/** “Hòa” and “Hoà”, “đ” and “d” are the same to a search. @param {string} text */
export const folded = (text) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/\s+/g, ' ').trim();
