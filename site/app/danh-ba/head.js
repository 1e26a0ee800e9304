/** The band above: what this is, who is signed in, the way to the board. */
import { button, byId, fill, h } from '../shared/dom.js';
import { choose, either, language, say, sayWord } from './language.js';
import { may, state } from './state.js';

/** @param {() => void} redraw @param {() => void} leave */
export function drawHead(redraw, leave) {
  const { campaign, session } = state;
  const name = session?.unit && !may('read') ? say('nameTitle') : say('title');
  byId('title').textContent = name;
  byId('notices').setAttribute('aria-label', say('noticesLabel'));
  const other = language() === 'vi' ? 'en' : 'vi';
  const swap = () => {
    choose(other);
    redraw();
    byId('other-language').focus();
  };
  fill(
    byId('head'),
    h(
      'div',
      { class: 'who' },
      h('p', { class: 'name' }, name),
      h(
        'p',
        { class: 'role' },
        session && (session.unit ? h('bdi', {}, either(session.unit.names)) : sayWord(`role_${session.role}`)),
        campaign && h('span', { class: 'campaign' }, `${session ? ' · ' : ''}${either(campaign.names)}`),
      ),
    ),
    h(
      'div',
      { class: 'corner' },
      may('board') && h('a', { class: 'language', href: '/dieu-hanh' }, say('board')),
      button(say('otherLanguage'), swap, { class: 'language', id: 'other-language', lang: other }),
      session && !session.unit && button(say('signOut'), leave, { class: 'language' }),
    ),
  );
}
