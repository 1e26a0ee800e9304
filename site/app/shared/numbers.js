/** How a whole number is read from what somebody typed, and written for people. */

// One separator throughout; "0,125" is a fraction, and no thousand begins with 0.
const GROUPED = /^[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3})*$/;
const PLAIN = /^\d+$/;
// What a keyboard of East Asia writes for 0-9 . and , and what stands for a space between groups: no tab, no line break.
const WIDE = /[０-９．，]/g;
const SPACES = /[\u00a0\u2007\u2009\u202f\u3000]/g;
const WIDE_TO_PLAIN = 0xfee0;
const BREAKS = /[\r\n\v\f\u0085\u2028\u2029]+/g;

/**
 * The whole number somebody meant by "1.234", "1 234", "1,234" or "1234"; null when it is none.
 * @param {string} typed
 * @returns {number | null}
 */
export function readInteger(typed) {
  const text = typed
    .replace(/\p{Cf}/gu, '')
    .replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - WIDE_TO_PLAIN))
    .replace(SPACES, ' ')
    .trim();
  if (!PLAIN.test(text) && !GROUPED.test(text)) return null;
  const number = Number(text.replace(/\D/g, ''));
  return Number.isSafeInteger(number) ? number : null;
}

/**
 * A one-line entry drops the line breaks of what is pasted and cuts off its end, so that two cells of a table would become
 * one number, and a long number a short one. Pasted whole, it is read or refused as what it is.
 * @param {ClipboardEvent} event
 */
export function pasteWhole(event) {
  const entry = /** @type {HTMLInputElement} */ (event.target);
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  const text = pasted.trim().replace(BREAKS, '\t');
  const fits = entry.maxLength < 0 || entry.value.length + text.length <= entry.maxLength;
  if (text === pasted && fits) return;
  event.preventDefault();
  entry.setRangeText(text, entry.selectionStart ?? 0, entry.selectionEnd ?? 0, 'end');
  for (const what of ['input', 'change']) entry.dispatchEvent(new Event(what, { bubbles: true }));
}

/**
 * 1234 reads 1.234 in Vietnamese and 1,234 in English.
 * @param {number} number
 * @param {import('../types').Language} language
 */
export function writeInteger(number, language) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}
