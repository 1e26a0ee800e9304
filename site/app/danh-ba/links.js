/** Ending what a person or a whole unit holds: a lost telephone, a link in the wrong chat group. */
import { ask } from '../shared/dialog.js';
import { h } from '../shared/dom.js';
import { announce } from '../shared/notices.js';
import * as api from './api.js';
import { unitName, whom } from './doing.js';
import { say } from './language.js';
import { slug } from './state.js';

/** @param {import('../directory').Person} person */
export const askEndLinks = (person) => askEnd(whom(person), say('endHelp'), () => api.endLinks(slug(), person.id));

/** @param {string} unit */
export const askEndUnitsLinks = (unit) =>
  askEnd(h('p', { class: 'about' }, h('b', {}, unitName(unit))), say('endUnitHelp'), () => api.endUnitsLinks(slug(), unit));

/** @param {HTMLElement} whose @param {string} help @param {() => Promise<import('../types').Answer<{ ended: number }>>} end */
const askEnd = (whose, help, end) =>
  ask({
    title: say('endTitle'),
    body: [whose, h('p', {}, help), h('p', {}, say('endAfter'))],
    submit: say('endLinks'),
    send: async () => {
      const answer = await end();
      if (!answer.ok) return answer;
      announce(say('ended', { count: answer.body.ended }));
      return null;
    },
    grave: true,
  });
