/** Moving the day's deadline for everybody. */
import * as clock from '../bao-cao/clock.js';
import { h } from '../bao-cao/dom.js';
import * as api from './api.js';
import { changed } from './deciding.js';
import { ask, field } from './dialog.js';
import { missing } from './excuse.js';
import { say } from './language.js';
import { announce } from './notices.js';
import { state } from './state.js';
import { hourInput, hourOf, instant } from './times.js';

export function askDeadline() {
  if (!state.board) return;
  const time = hourInput(clock.hour(state.board.deadline));
  const reason = h('textarea', { rows: 3, maxlength: 1000, required: true });
  ask({
    title: say('moveDeadlineTitle'),
    body: [
      h('p', { class: 'hint' }, say('moveDeadlineHelp')),
      field('new-deadline', say('newDeadline'), time),
      field('reason', say('reason'), reason),
    ],
    submit: say('moveDeadline'),
    send: () => moved(time, reason),
  });
}

/** @param {HTMLInputElement} time @param {HTMLTextAreaElement} reason */
async function moved(time, reason) {
  if (!reason.value.trim()) return missing(reason);
  const hour = hourOf(time);
  if (!hour) return say('hourNeeded');
  if (!state.campaign) return null;
  const body = { deadline: instant(state.day, hour), reason: reason.value.trim() };
  const answer = await api.moveDeadline(state.campaign.slug, state.day, body);
  if (!answer.ok) return answer;
  announce(say('moved', { time: clock.hour(answer.body.deadline) }));
  state.tag = '';
  changed();
  return null;
}
