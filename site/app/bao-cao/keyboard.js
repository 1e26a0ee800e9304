/** "Enter" (the phone keyboard's "Next") goes to the next entry, and from the last one to the next step's first. */

const ENTRIES = '.entry input, .choices input, textarea';

/**
 * @param {() => void} onward from the last entry
 * @returns {(event: KeyboardEvent) => void}
 */
export const nextOnEnter = (onward) => (event) => {
  const from = /** @type {HTMLInputElement} */ (event.target);
  if (event.key !== 'Enter' || event.isComposing || from.tagName !== 'INPUT' || from.type !== 'text') return;
  event.preventDefault();
  const entries = /** @type {HTMLElement[]} */ ([...(from.form?.querySelectorAll(ENTRIES) ?? [])]);
  const next = entries.find((entry) => from.compareDocumentPosition(entry) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (next) next.focus();
  else onward();
};
