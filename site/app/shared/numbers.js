/** How a whole number is read from what somebody typed, and written for people. */

const GROUPED = /^\d{1,3}([.,\s]\d{3})+$/;
const PLAIN = /^\d+$/;

/**
 * The whole number somebody meant by "1.234", "1 234", "1,234" or "1234"; null when it is none.
 * @param {string} typed
 * @returns {number | null}
 */
export function readInteger(typed) {
  const text = typed.normalize('NFKC').trim();
  if (!PLAIN.test(text) && !GROUPED.test(text)) return null;
  const number = Number(text.replace(/\D/g, ''));
  return Number.isSafeInteger(number) ? number : null;
}

/**
 * 1234 reads 1.234 in Vietnamese and 1,234 in English.
 * @param {number} number
 * @param {import('../types').Language} language
 */
export function writeInteger(number, language) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}
