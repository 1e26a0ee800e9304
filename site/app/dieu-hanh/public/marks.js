/** Beside each text of a unit's report: whether anybody may read it, and the button that changes that. */
import { button, h } from '../../shared/dom.js';
import * as api from '../api.js';
import { decides, state } from '../state.js';
import { aboutWords, timeOf } from '../words.js';
import { askHide, askPublish } from './asking.js';
import { say } from './language.js';
import { standing } from './standing.js';

/** @typedef {import('../../board').StaffReport} StaffReport */
/** @typedef {import('../../board').FreeText} FreeText */

/**
 * What to draw at each text, by where it stands in the report (`notes/difficulties`); asks for the editions only when
 * somebody has decided about a text.
 * @param {StaffReport} report
 * @returns {Promise<(about: string) => import('../../types').Child>}
 */
export async function marksOf(report) {
  const isDecided = report.decisions?.some(({ about }) => about);
  const answer = isDecided && (await api.editions(state.campaign?.slug ?? '', report.day));
  const last = (answer && answer.ok && answer.body.editions.slice(-1)[0]) || null;
  return (about) => {
    const text = report.texts?.find((each) => each.about === about);
    return text && mark(report, text, last);
  };
}

/** @param {StaffReport} report @param {FreeText} text @param {import('../../board').EditionEntry | null} last */
function mark(report, text, last) {
  const stands = standing(report, text, last);
  const isPublic = Boolean(text.public);
  const about = aboutWords(text.about);
  return h(
    'p',
    { class: `public ${stands}` },
    h('span', {}, say(stands, { number: last?.edition ?? 0 })),
    text.public && h('small', {}, h('bdi', {}, text.public.by), ' ', timeOf(text.public.at)),
    decides() &&
      button(say(isPublic ? 'hide' : 'publish'), () => (isPublic ? askHide : askPublish)(report, text, stands), {
        class: 'button small',
        'data-part': `public-${text.about}`,
        'aria-label': say(isPublic ? 'hideThis' : 'publishThis', { about }),
      }),
  );
}
