/** The board's entry: signs in, draws, follows the address, refreshes. */
import { byId, fill, h } from '../shared/dom.js';
import { drawGate, shut as shutFor, whyShut } from '../shared/gate.js';
import { listen } from '../shared/keyboard.js';
import { hear } from '../shared/news.js';
import { pageCampaign } from '../shared/service.js';
import * as api from './api.js';
import { filters } from './filters.js';
import { keepingFocus } from '../shared/focus.js';
import { drawGlance } from './glance.js';
import { DIRECTORY, drawHead, tick } from './head.js';
import { ownKey } from './keyboard.js';
import { choose, language, say } from './language.js';
import { drawNotices } from './notices.js';
import { reachIsDue, refresh, turnTo } from './refresh.js';
import { routeOf } from './route.js';
import { drawRows, frame } from './rows.js';
import { UNREAD, decides, state } from './state.js';
import { drawUnit } from './unit.js';
import { drawTabs, drawView } from './views.js';

const EVERY_MS = 10_000;
let framed = false;
/** @type {import('../board').Board | null} */
let drawn = null;

async function start() {
  choose(language());
  drawHead(redraw, leave);
  const [campaign, session] = await Promise.all([api.campaign(pageCampaign()), api.session()]);
  if (!campaign.ok) return shut('unreachable');
  state.campaign = campaign.body;
  if (!session.ok) return shut(whyShut(session.status));
  state.session = session.body;
  const { unit, view } = routeOf(location.hash);
  Object.assign(state, { unit, view });
  turnTo(routeOf(location.hash).day);
  await update();
}

/** Asks for the board and shows what is new. */
async function update() {
  // After midnight the page goes on to the new day by itself, but never under a question that is open.
  if (!document.querySelector('dialog[open]')) turnTo(routeOf(location.hash).day);
  const found = await refresh();
  // “same” without a board: it was asked for before another day was chosen, whose board is on its way.
  if (!state.board && found !== 'shown') return found === 'same' ? undefined : shut(found);
  if (found === 'signIn' || found === 'unreachable') drawNotices(() => void signedInAgain());
  else if (byId('notices').childElementCount || state.campaign?.practice || state.board?.switch.paused) drawNotices(() => void signedInAgain());
  if (state.board !== drawn) draw();
  else if (state.view && framed) void drawView(false);
  void drawUnit();
}

/** @param {'signIn' | 'notYours' | 'unreachable' | 'noSuchDay'} why */
function shut(why) {
  framed = false;
  byId('panel').hidden = true;
  drawHead(redraw, leave);
  const keepsPeople = state.session?.may.includes(DIRECTORY) ?? false;
  const own = {
    signInHelp: say('signInHelp'),
    notYoursTitle: say('notYoursTitle'),
    notYoursHelp: say(keepsPeople ? 'keepsPeopleHelp' : 'notYoursHelp'),
  };
  const elsewhere = keepsPeople && h('a', { class: 'button', href: '/danh-ba' }, say('openDirectory'));
  if (why !== 'noSuchDay') return drawGate(byId('main'), why, own, start, elsewhere);
  shutFor(byId('main'), say('noSuchDay'), null, h('a', { class: 'button', href: '#' }, say('today')));
}

async function signedInAgain() {
  const session = await api.session();
  if (session.ok) state.session = session.body;
  framed &&= session.ok && (document.querySelector('.deciding') !== null) === decides();
  Object.assign(state, UNREAD);
  await update();
}

function draw() {
  if (!state.board) return;
  drawn = state.board;
  if (!framed) drawFrame();
  drawHead(redraw, leave);
  keepingFocus(byId('views'), drawTabs);
  if (state.view) return void drawView(true);
  keepingFocus(byId('glance'), () => drawGlance(show));
  drawRows();
}

function drawFrame() {
  framed = true;
  const list = () => [
    h('section', { id: 'glance' }),
    filters(drawRows),
    frame(),
    h('div', { id: 'chosen', hidden: true, role: 'group' }),
  ];
  fill(
    byId('main'),
    h('nav', { id: 'views', 'aria-label': say('views') }),
    state.view ? h('div', { id: 'view', class: decides() ? 'deciding' : '' }) : list(),
  );
  fill(
    byId('foot'),
    !state.view && h('p', { class: 'keys' }, say('keys')),
    h('p', { class: 'hint' }, state.campaign?.help[language()], ' ', state.campaign?.help.phone),
  );
}

/** Everything anew: another language, another filter from elsewhere. */
function redraw() {
  framed = false;
  if (state.board) {
    draw();
    drawNotices(() => void signedInAgain());
    void drawUnit();
  } else void start();
}

/** @param {import('../board').Show} wanted */
function show(wanted) {
  state.show = wanted;
  keepingFocus(byId('glance'), () => drawGlance(show));
  drawRows();
}

async function leave() {
  await api.signOut();
  Object.assign(state, { session: null, board: null, before: null, unit: '', ...UNREAD });
  shut('signIn');
}

/** The address has changed: another day, another unit. */
async function follow() {
  if (!state.campaign || !state.session) return;
  const { day, unit, view } = routeOf(location.hash);
  const turned = view !== state.view;
  Object.assign(state, { unit, view });
  framed &&= !turned;
  if (turnTo(day)) return update();
  if (turned) drawAnother();
  else if (!state.view) drawRows();
  void drawUnit();
  if (reachIsDue()) void update();
}

/** Another view of the same day: its tab has the focus. */
function drawAnother() {
  draw();
  const tab = document.querySelector('#views [aria-current]');
  if (tab instanceof HTMLElement) tab.focus({ preventScroll: true });
}

addEventListener('hashchange', () => void follow());
hear('old', () => void update());
hear('rows', drawRows);
hear('filters', redraw);
hear(
  'glance',
  () => void (state.board && framed && !state.view && keepingFocus(byId('glance'), () => drawGlance(show))),
);
addEventListener('visibilitychange', () => document.visibilityState === 'visible' && state.board && void update());
setInterval(() => document.visibilityState === 'visible' && state.board && void update(), EVERY_MS);
setInterval(() => tick(), 1000);
listen(ownKey);
void start();
