/** The reports on this phone that the centre does not have yet: each can be sent, saved as a file, or deleted. */
import { button, h } from '../shared/dom.js';
import * as clock from '../shared/clock.js';
import * as store from './store.js';
import { either, say } from './language.js';
import { openOn } from './days.js';
import { stage } from './report.js';
import { pushNow } from './sending.js';
import { state } from './state.js';
import { download } from '../shared/surroundings.js';
import { PHONE, RECEIPT, go } from './route.js';
import { asFile, fileName } from './wording.js';

/** @typedef {import('../types').Kept} Kept */

export function phoneScreen() {
  const list = h('div', { 'aria-live': 'polite' }, h('p', {}, say('loading')));
  void store.unsent().then((found) => {
    list.textContent = '';
    list.append(...found.map(item));
    if (!found.length) list.append(h('p', {}, say('nothingUnsent')));
  });
  return [
    h('h1', { tabindex: -1 }, say('onThisPhone')),
    h('p', {}, say('onThisPhoneHelp')),
    list,
    h('p', {}, h('a', { class: 'quiet', href: RECEIPT }, say('back'))),
  ];
}

/** @param {Kept} found */
function item(found) {
  const kept = state.kept?.key === found.key ? state.kept : found;
  const mine = kept.unit === state.session?.unit?.code;
  const waits = stage(kept) === 'waiting';
  return h(
    'section',
    { class: 'group' },
    h('h2', {}, `${either(kept.names)}, ${clock.shortDay(kept.day)}`),
    h(
      'p',
      {},
      h('span', { class: `badge ${stage(kept)}` }, say(waits ? 'badgeWaiting' : 'badgeDraft')),
      ` · ${say(store.isSafe(kept) ? 'savedOn' : 'notKept', { time: clock.hour(kept.saved_at) })}`,
    ),
    !mine && h('p', { class: 'hint' }, say('otherUnit')),
    h(
      'div',
      { class: 'shortcuts' },
      mine && waits && button(say('sendNow'), () => void pushNow(kept)),
      mine && button(say('openIt'), () => void openOn(kept.day)),
      button(say('saveFile'), () => download(fileName(kept), asFile(kept, state.form))),
      button(say('remove'), () => void remove(kept)),
    ),
  );
}

/** @param {Kept} kept */
async function remove(kept) {
  if (!confirm(say('removeSure', { day: clock.shortDay(kept.day) }))) return;
  await store.forget(kept.key);
  if (state.kept?.key === kept.key) await openOn(kept.day);
  go(PHONE);
}
