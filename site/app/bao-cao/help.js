/** Whom to call, on every screen. */
import { byId, fill, h } from '../shared/dom.js';
import { either } from './language.js';

/** @param {import('../types').Campaign['help']} help */
export const drawHelp = (help) =>
  fill(
    byId('help'),
    h('span', {}, `${either(help)} `),
    h('a', { href: `tel:${help.phone.replace(/\s/g, '')}` }, help.phone),
  );
