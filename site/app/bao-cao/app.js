/** The phone form `/bao-cao`: opens the session, draws, and keeps what waits going. */
import { hear } from '../shared/news.js';
import { askToPersist } from '../shared/store.js';
import { keepAgain, lookAgain } from './store.js';
import { choose, language } from './language.js';
import { countOthers, drawNotices } from './notices.js';
import { keepOffline } from '../shared/surroundings.js';
import { drawHeader, drawStatus } from './header.js';
import { draw, onRetry } from './screen.js';
import { linkIn } from './link.js';
import { linkWaits, openRemembered, openSession, refreshReport } from './opening.js';
import { routeOf } from './route.js';
import { state } from './state.js';

const EVERY_MS = 10_000;
const LOOK_EVERY = 6;
let ticks = 0;

/** @type {Promise<typeof import('./later.js') | null> | null} */
let fetched = null;

/** The other screens and the outbox; where the network broke off meanwhile, the next call tries again. */
function later() {
  fetched ??= import('./later.js').then(drawWaiting, () => (fetched = null));
  return fetched;
}

/**
 * A screen that was asked for before its script was there.
 * @param {typeof import('./later.js')} rest
 */
function drawWaiting(rest) {
  if (state.kept && routeOf(location.hash)?.screen !== 'step') draw({ moved: false });
  return rest;
}

async function start() {
  choose(language());
  void askToPersist();
  if (!linkIn(location) && (await openRemembered())) draw({ moved: false });
  await enter();
}

/** With a new link or the cookie: session, form, report, then whatever waits. */
async function enter() {
  const before = state.kept;
  await openSession(sendFor);
  if (before && before === state.kept) drawAround();
  else draw({ moved: false });
  const rest = await later();
  await rest?.flush({ due: false });
  await countOthers();
}

/** @param {import('../types').Session} session */
async function sendFor(session) {
  await (await later())?.flush({ due: false, session });
}

/** Back on the screen or on the network: what waits is sent, a colleague's revision is seen. */
async function resume() {
  if (document.visibilityState !== 'visible') return;
  if (linkWaits()) return enter();
  if (!state.kept) return;
  await lookAgain(state.kept);
  await (await later())?.flush({ due: false });
  const before = JSON.stringify(state.report);
  await refreshReport();
  if (before !== JSON.stringify(state.report)) drawAround();
  await countOthers();
}

/** News while somebody may be typing: an entry that has the focus is never redrawn under the finger. */
function drawAround() {
  if (!document.activeElement?.closest('form')) return draw({ moved: false });
  drawHeader(() => draw({ moved: false }));
  drawNotices();
}

/** What another tab has typed comes into view, also around the finger: an entry that shows less would be typed over. */
function drawMerged() {
  const entry = document.activeElement?.id ?? '';
  draw({ moved: false });
  document.getElementById(entry)?.focus({ preventScroll: true });
}

/** @returns {Promise<void>} */
async function tick() {
  if (state.kept && !state.practice) await keepAgain(state.kept);
  drawStatus();
  drawNotices();
  await (await later())?.flush({ due: true });
  ticks += 1;
  if (ticks % LOOK_EVERY === 0) await resume();
}

addEventListener('hashchange', () => (linkIn(location) ? void enter() : draw({ moved: true })));
addEventListener('online', () => void resume());
addEventListener('focus', () => void (state.kept && lookAgain(state.kept)));
document.addEventListener('visibilitychange', () => void resume());
hear('merged', drawMerged);
hear('left', () => draw({ moved: false }));
hear('saved', () => {
  drawStatus();
  drawNotices();
});
setInterval(() => void tick(), EVERY_MS);
onRetry(() => void enter());
void start().then(() => keepOffline('bao-cao'));
