/** Deleting somebody: at once, and from the backups when these have aged out. */
import { h } from '../shared/dom.js';
import { tell } from '../shared/news.js';
import { ask } from '../shared/dialog.js';
import { announce } from '../shared/notices.js';
import * as api from './api.js';
import { isLastReporter, whom } from './doing.js';
import { say } from './language.js';
import { slug, state } from './state.js';

/** @param {import('../directory').Person} person */
export function askRemove(person) {
  ask({
    title: say('removeTitle'),
    body: [
      whom(person),
      h('p', {}, say('removeHelp')),
      isLastReporter(person) && h('p', { class: 'warning' }, say('removeLast')),
    ],
    submit: say('remove'),
    send: () => removed(person.id),
    grave: true,
  });
}

/** @param {string} id */
async function removed(id) {
  const answer = await api.remove(slug(), id);
  // Somebody else has just done it: gone is gone.
  if (!answer.ok && answer.status !== 404) return answer;
  if (state.directory) {
    const people = state.directory.people.filter((each) => each.id !== id);
    state.directory = { ...state.directory, people };
  }
  announce(say('removed'));
  tell('old');
  tell('rows');
  return null;
}
