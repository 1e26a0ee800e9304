/** The lists to take away: as they stand, to be mended, or empty, to be filled in. */
import { h } from '../shared/dom.js';
import * as api from './api.js';
import { say } from './language.js';
import { slug } from './state.js';

const FORMATS = ['xlsx', 'csv'];

/** @param {boolean} someone whether anybody stands in the directory */
export const files = (someone) =>
  h(
    'div',
    { class: 'files' },
    someone && row('listFiles', 'downloadKnown', true),
    row('blankFiles', 'downloadBlank', false),
    someone && h('p', { class: 'hint' }, say('filesHelp')),
  );

/** @param {'listFiles' | 'blankFiles'} title @param {'downloadKnown' | 'downloadBlank'} label @param {boolean} known */
const row = (title, label, known) =>
  h(
    'p',
    {},
    h('span', {}, say(title)),
    FORMATS.map((format) =>
      h(
        'a',
        {
          class: 'button small',
          href: api.template(slug(), format, known),
          download: true,
          'aria-label': say(label, { format: format.toUpperCase() }),
        },
        format.toUpperCase(),
      ),
    ),
  );
