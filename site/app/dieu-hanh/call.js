/** A call: say that one is calling, then what became of it. */
import * as clock from '../shared/clock.js';
import { button, fill, h } from '../shared/dom.js';
import { ask } from '../shared/dialog.js';
import { field } from '../shared/field.js';
import { announce } from '../shared/notices.js';
import { problemText } from '../shared/refusal.js';
import { contacts } from './contacts.js';
import { decide, overtaken } from './deciding.js';
import { either, say, sayWord } from './language.js';
import { ownName, rowOf } from './state.js';
import { hourInput, hourOf, instant } from './times.js';
import { wayTo } from './way.js';

/** @typedef {{ outcome: string, time: HTMLInputElement, note: HTMLTextAreaElement }} Call */

const OUTCOMES = /** @type {const} */ (['no_answer', 'will_send', 'reached']);
const PROMISES = [10, 20, 30];

/** @param {string} code */
export function askCall(code) {
  const row = rowOf(code);
  if (!row) return;
  const unit = either(row.unit.names);
  /** @type {Call} */
  const call = { outcome: '', time: hourInput(''), note: h('textarea', { rows: 2, maxlength: 1000 }) };
  const dialog = ask({
    title: say('callWhom', { unit }),
    body: [
      contacts(row),
      claim(code),
      outcomes(call),
      field('note', say('note'), call.note),
    ],
    submit: say('saveCall'),
    send: () => save(code, call, unit),
    overtaken: overtaken(code),
  });
  const first = dialog.querySelector('.claim button') ?? dialog.querySelector('input');
  if (first instanceof HTMLElement) first.focus();
}

/** “I am calling”, so that nobody else rings the same unit. @param {string} code */
function claim(code) {
  const place = h('div', { class: 'claim', role: 'status' });
  const calling = rowOf(code)?.calling;
  if (calling && calling !== ownName())
    fill(place, h('p', { class: 'calling' }, '☎ ', say('callingNow', { who: calling })));
  else if (calling) fill(place, h('p', {}, say('youAreCalling')));
  else
    fill(
      place,
      button(say('iAmCalling'), () => void claimed(code, place), { class: 'button' }),
      h('span', { class: 'hint' }, say('othersSee')),
    );
  return place;
}

/** @param {string} code @param {HTMLElement} place */
async function claimed(code, place) {
  const fate = await decide(code, 'calls', { outcome: 'calling' });
  if (fate === null) fill(place, h('p', {}, '☎ ', say('youAreCalling')));
  else
    fill(
      place,
      fate.status === 409
        ? await overtaken(code)(fate)
        : fate.status
          ? problemText(fate.problem ?? {})
          : say('notStored'),
    );
  place.closest('dialog')?.querySelector('input')?.focus();
}

/** @param {Call} call */
function outcomes(call) {
  const promise = h(
    'div',
    { class: 'promise', hidden: true },
    field('send-by', say('sendBy'), call.time),
    h('div', { class: 'quick' }, PROMISES.map(quick)),
  );
  const choices = OUTCOMES.map((outcome) =>
    h(
      'label',
      {},
      h('input', {
        type: 'radio',
        name: 'outcome',
        value: outcome,
        onchange: () => {
          call.outcome = outcome;
          promise.hidden = outcome !== 'will_send';
          if (outcome === 'will_send' && !call.time.value) call.time.value = after(PROMISES[1] ?? 20);
        },
      }),
      sayWord(`choice_${outcome}`),
    ),
  );
  return h('fieldset', {}, h('legend', {}, say('outcome')), h('div', { class: 'choices' }, choices), promise);

  /** @param {number} minutes */
  function quick(minutes) {
    return button(
      say('plusMinutes', { minutes }),
      () => {
        call.time.value = after(minutes);
      },
      { class: 'button small' },
    );
  }
}

/** @param {number} minutes */
const after = (minutes) => clock.hour(clock.now() + minutes * 60_000);

/** @param {string} code @param {Call} call @param {string} unit */
async function save(code, { outcome, time, note }, unit) {
  if (!outcome) return say('chooseOutcome');
  const hour = hourOf(time);
  if (outcome === 'will_send' && !hour) return say('hourNeeded');
  const promised = outcome === 'will_send' ? { send_by: instant(clock.dayOf(clock.now()), hour) } : {};
  const fate = await decide(code, 'calls', {
    outcome,
    ...promised,
    ...(note.value.trim() && { note: note.value.trim() }),
  });
  if (fate === null) announce(say('callSaved', { unit }), wayTo(code));
  return fate;
}
