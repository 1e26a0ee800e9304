/** The directory's band: what this is, who is signed in, the way to the board. */
import { drawHead as draw, headLink } from '../shared/head.js';
import { h } from '../shared/dom.js';
import { either, say, sayWord } from './language.js';
import { may, state } from './state.js';

/** @param {() => void} redraw @param {() => void} leave */
export function drawHead(redraw, leave) {
  const { campaign, session } = state;
  const unit = session?.unit;
  draw({
    tab: say('pageTitle'),
    title: unit && !may('read') ? say('nameTitle') : say('title'),
    who: unit ? h('bdi', {}, either(unit.names)) : session && sayWord(`role_${session.role}`),
    campaign: campaign?.names,
    links: may('board') && headLink('/dieu-hanh', say('board')),
    redraw,
    leave: session && !unit ? leave : null,
  });
}
