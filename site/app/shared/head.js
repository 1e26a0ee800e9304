/** The band above a page: what it is, who is signed in and for which campaign, the way elsewhere, the language, the way out. */
import { button, byId, fill, h } from './dom.js';
import { keepingFocus } from './focus.js';
import { say } from './language.js';
import { choose, either, language } from './speech.js';

/** @typedef {import('../types').Child} Child */
/**
 * @typedef {object} Head
 * @property {string} tab what the browser's tab says
 * @property {string} title
 * @property {Child} who the role, or the unit; nothing while nobody is signed in
 * @property {import('../types').Two} [campaign] its names
 * @property {Child} [middle] what a page has in its band besides
 * @property {Child} [links] to other pages
 * @property {() => void} redraw everything anew, in the other language
 * @property {(() => void) | null} leave null: there is nothing to leave
 */

/** @param {Head} head */
export function drawHead({ tab, title, who, campaign, middle, links, redraw, leave }) {
  document.title = tab;
  byId('title').textContent = title;
  byId('notices').setAttribute('aria-label', say('noticesLabel'));
  keepingFocus(byId('head'), () =>
    fill(
      byId('head'),
      h(
        'div',
        { class: 'who' },
        h('p', { class: 'name' }, title),
        h('p', { class: 'role' }, who, campaign && h('span', { class: 'campaign' }, `${who ? ' · ' : ''}${either(campaign)}`)),
      ),
      middle,
      links,
      h('div', { class: 'corner' }, swap(redraw), leave && button(say('signOut'), leave, { class: 'language', 'data-part': 'leave' })),
    ),
  );
}

/** A link in the band. @param {string} href @param {string} words */
export const headLink = (href, words) => h('a', { class: 'language elsewhere', href, 'data-part': href.slice(1) }, words);

/** The same page in the other language. @param {() => void} redraw */
function swap(redraw) {
  const other = language() === 'vi' ? 'en' : 'vi';
  const act = () => {
    choose(other);
    redraw();
    byId('other-language').focus();
  };
  return button(say('otherLanguage'), act, { class: 'language', id: 'other-language', 'data-part': 'language', lang: other });
}
