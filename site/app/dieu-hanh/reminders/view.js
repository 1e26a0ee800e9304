/** The day's reminders: whether they go out, the waves and what became of them, milestones, text for chat groups. */
import { byId, fill, h } from '../../shared/dom.js';
import { styled } from '../edition/styled.js';
import { language } from '../language.js';
import { decides, state } from '../state.js';
import { chatPart, drawChat } from './chat.js';
import { known, load } from './known.js';
import { say } from './language.js';
import { drawMilestones } from './milestones.js';
import { drawSwitch } from './switch.js';
import { drawWaves } from './waves.js';

let framed = '';

/** @param {HTMLElement} place @param {boolean} isNews whether the board has changed since */
export async function draw(place, isNews) {
  const wanted = [state.day, language(), decides()].join();
  await Promise.all([styled('edition'), styled('reminders')]);
  if (!place.isConnected) return;
  if (!byId('waves') || framed !== wanted) frame(place);
  framed = wanted;
  await load(isNews);
  if (byId('waves') && known.day === state.day) show();
}

/** @param {HTMLElement} place */
function frame(place) {
  fill(
    place,
    h('h2', { class: 'unseen' }, say('heading')),
    h('section', { class: 'hour' }, h('div', { id: 'switch', class: 'stands' }, h('p', {}, say('opening')))),
    h(
      'div',
      { class: 'reminders' },
      h('section', { id: 'waves' }),
      h('div', { class: 'beside' }, h('section', { id: 'spent' }), h('section', { id: 'milestones' }), chatPart()),
    ),
  );
}

function show() {
  const { told, chat } = known;
  drawSwitch(show);
  if (!told) return;
  drawWaves(told);
  drawMilestones(told.milestones, show);
  if (chat) drawChat(chat);
}
