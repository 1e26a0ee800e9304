/** Draws the screen that the address names, and puts the focus where reading goes on. */
import { byId, fill, h } from '../shared/dom.js';
import { drawHeader } from './header.js';
import { say } from './language.js';
import { drawNotices } from './notices.js';
import { stepScreen } from './step.js';
import { troubleScreen } from './trouble.js';
import { stage } from './report.js';
import { RECEIPT, routeOf, stepHash } from './route.js';
import { ready, state } from './state.js';

/** @typedef {import('./state.js').Ready} Ready */
/** @typedef {import('./route.js').Route} Route */

let retry = () => {};
/** @type {Partial<Record<Route['screen'], (now: Ready) => import('../types').Child>>} */
const screens = {};

/** The screens that come after the first step, and so after the first step's script. @param {typeof screens} more */
export const addScreens = (more) => Object.assign(screens, more);

/** @param {() => void} again what "try again" does */
export const onRetry = (again) => {
  retry = again;
};

/** Draws; `moved`: the person came to another screen, so the focus follows. @param {{ moved: boolean }} how */
export function draw({ moved }) {
  drawHeader(() => draw({ moved: false }));
  document.title = say('pageTitle');
  const now = ready();
  if (!now) return void fill(byId('main'), state.trouble ? troubleScreen(retry) : h('p', {}, say('loading')));
  const route = routeOf(location.hash) ?? first(now);
  fill(byId('main'), screenOf(now, route));
  drawNotices();
  markReady();
  if (moved) focusOn(route);
}

let marked = false;

/** The moment from which the officer can type, for `make bench`. */
function markReady() {
  if (marked) return;
  marked = true;
  requestAnimationFrame(() => performance.mark('ready'));
}

/**
 * Where a visit begins: the receipt when it was sent, else where the person stopped.
 * @param {Ready} now
 * @returns {Route}
 */
function first(now) {
  const sent = stage(now.kept) === 'received' || stage(now.kept) === 'waiting';
  history.replaceState(null, '', sent ? RECEIPT : stepHash(now.kept.step));
  return /** @type {Route} */ (routeOf(location.hash));
}

/** @param {Ready} now @param {Route} route */
function screenOf(now, route) {
  if (route.screen === 'step') {
    now.kept.step = route.step;
    return stepScreen(now, route.step);
  }
  return screens[route.screen]?.(now) ?? h('p', {}, say('loading'));
}

/**
 * The label comes into view, then the entry takes the focus; without a field the error summary or the heading does.
 * @param {Route} route
 */
function focusOn({ field, screen }) {
  const entry = field ? document.getElementById(field) : null;
  if (entry) {
    const question = byId(`${field}-field`);
    if (question.previousElementSibling?.classList.contains('field')) question.scrollIntoView();
    else scrollTo(0, 0);
    return entry.focus({ preventScroll: true });
  }
  scrollTo(0, 0);
  const summary = screen === 'review' && state.tried ? document.getElementById('summary') : null;
  (summary ?? byId('main').querySelector('h1'))?.focus({ preventScroll: summary === null });
}
