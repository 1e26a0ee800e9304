/** A unit's name that opens the unit's page beside the view. */
import { h } from '../../shared/dom.js';
import { either } from '../language.js';
import { hashOf } from '../route.js';
import { rowOf, state } from '../state.js';
import { today } from '../times.js';

/** @param {string} code */
export const unitLink = (code) =>
  h(
    'a',
    {
      href: hashOf({ day: state.day, unit: code, view: state.view }, today()),
      'data-names': code,
      'data-part': `unit-${code}`,
      class: 'names-unit',
    },
    h('bdi', {}, either(rowOf(code)?.unit.names ?? { vi: code, en: code })),
  );
