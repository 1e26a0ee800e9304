/** Where a text stands: what a coordinator said of it last, and what the day's last edition holds. No page in here. */
/** @typedef {import('../../board').StaffReport} StaffReport */
/** @typedef {import('../../board').FreeText} FreeText */
/** @typedef {import('../../board').EditionEntry} EditionEntry */
/** @typedef {'private' | 'next' | 'shown' | 'hiding'} Standing */

/**
 * @param {StaffReport} report
 * @param {FreeText} text
 * @param {EditionEntry | null} last the day's last edition
 * @returns {Standing}
 */
export function standing(report, text, last) {
  const isHeld = last !== null && isHeldBy(report, text, Date.parse(last.issued_at));
  if (text.public) return isHeld ? 'shown' : 'next';
  return isHeld ? 'hiding' : 'private';
}

/** An edition holds what was public, and what the report said, at its moment. @param {StaffReport} report @param {FreeText} text @param {number} moment */
function isHeldBy(report, text, moment) {
  const decided = (report.decisions ?? []).filter(
    ({ about, sha256, at }) => about === text.about && sha256 === text.sha256 && Date.parse(at) <= moment,
  );
  const then = (report.history ?? []).filter(({ received_at: at }) => at && Date.parse(at) <= moment).slice(-1)[0];
  const [where, name] = parted(text.about);
  const said = where === 'notes' ? then?.notes[/** @type {'difficulties'} */ (name)] : then?.explanations?.[name];
  return decided.slice(-1)[0]?.kind === 'make_public' && said === text.text;
}

/** @param {string} about @returns {[string, string]} */
function parted(about) {
  const at = about.indexOf('/');
  return [about.slice(0, at), about.slice(at + 1)];
}
