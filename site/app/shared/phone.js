/** Telephone numbers as people here write them. */

/** "0912 345 678"; a number that is nobody's as "+84 000 000 001". @param {string} number +84 and nine digits */
export function writtenPhone(number) {
  const digits = /^\+84(\d{3})(\d{3})(\d{3})$/.exec(number);
  if (!digits) return number;
  const [, first = '', second, third] = digits;
  return `${first.startsWith('0') ? '+84 ' : '0'}${first} ${second} ${third}`;
}
