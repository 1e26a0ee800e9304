/** Stopping a channel of somebody's, and letting it speak again. */
import { h } from '../shared/dom.js';
import { ask } from '../shared/dialog.js';
import { announce } from '../shared/notices.js';
import { change, whom } from './doing.js';
import { say, sayWord } from './language.js';

/** @typedef {import('../directory').Person} Person */
/** @typedef {import('../directory').Channel} Channel */

/** @param {Person} person @param {Channel} channel */
export function askStop(person, channel) {
  const stopped = person.stopped.map((stop) => stop.channel);
  const isLast = person.channels.every((each) => each === channel || stopped.includes(each));
  ask({
    title: say('stopTitle'),
    body: [
      whom(person),
      h('p', {}, h('b', {}, sayWord(`channel_${channel}`)), ': ', say('stopHelp')),
      isLast && h('p', { class: 'warning' }, say('stopLast')),
    ],
    submit: say('stop'),
    send: () => sent(person, [...stopped, channel], say('stoppedNow')),
  });
}

/** @param {Person} person @param {import('../directory').Stop} stop */
export function askResume(person, { channel, why }) {
  const others = person.stopped.map((stop) => stop.channel).filter((each) => each !== channel);
  const warning = why === 'bounce' ? say('resumeBounce') : why === 'by_hand' ? null : say('resumeStop');
  ask({
    title: say('resumeTitle'),
    body: [
      whom(person),
      h('p', {}, h('b', {}, sayWord(`channel_${channel}`)), ': ', say('resumeHelp')),
      warning && h('p', { class: 'warning' }, warning),
    ],
    submit: say('resume'),
    send: () => sent(person, others, say('resumedNow')),
  });
}

/** @param {Person} person @param {Channel[]} stopped @param {string} done */
async function sent(person, stopped, done) {
  const fate = await change(person, { stopped });
  if (fate === null) announce(done);
  return fate;
}
