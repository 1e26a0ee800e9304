/** The day's edition: where it stands, what is left to do, the remarks, what was issued, and the paper itself. */
import { fill, h } from '../../shared/dom.js';
import { deadlineLine } from '../head.js';
import { language } from '../language.js';
import { decides, state } from '../state.js';
import { drawEditions } from './editions.js';
import { isUnderWay, known, load } from './known.js';
import { say } from './language.js';
import { drawPaper, paperFrame } from './paper.js';
import { drawRemarks, remarksPart } from './remarks.js';
import { drawStatus } from './status.js';
import { styled } from './styled.js';
import { drawWork } from './work.js';

const AGAIN_MS = 2500;
let framed = '';
let timer = 0;

/** @param {HTMLElement} place @param {boolean} isNews whether the reports have changed since */
export async function draw(place, isNews) {
  const wanted = [state.day, language(), decides()].join();
  await styled();
  if (!place.isConnected) return;
  if (!place.childElementCount || framed !== wanted) frame(place);
  framed = wanted;
  await load(isNews);
  if (place.isConnected && known.day === state.day) show(place);
  clearTimeout(timer);
  if (isUnderWay()) timer = setTimeout(() => void again(place), AGAIN_MS);
}

/**
 * Documents and messages come within the minute: nobody should have to wait for the next refresh.
 * @param {HTMLElement} place
 */
async function again(place) {
  if (place.isConnected && document.visibilityState === 'visible') await draw(place, false);
}

/** @param {HTMLElement} place */
function frame(place) {
  fill(
    place,
    h('h2', { class: 'unseen' }, say('status')),
    h('section', { class: 'hour' }, deadlineLine(), h('div', { id: 'stands' }, h('p', {}, say('opening')))),
    h(
      'div',
      { class: 'desk' },
      h(
        'div',
        { class: 'side' },
        h('section', { id: 'editions', hidden: true }),
        h('section', { id: 'work' }),
        remarksPart(),
      ),
      paperFrame(),
    ),
  );
}

/** @param {HTMLElement} place */
function show(place) {
  if (!known.draft || !known.list) return drawStatus(null);
  drawStatus(known.draft);
  drawWork(known.draft);
  drawRemarks(known.list.remarks);
  drawEditions(known.list);
  drawPaper(() => show(place));
}
