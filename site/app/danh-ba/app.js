/** The directory's entry: signs in, asks for the list, draws it, and asks again when it is old. */
import * as clock from '../shared/clock.js';
import { byId, fill, h } from '../shared/dom.js';
import { drawGate, whyShut } from '../shared/gate.js';
import { listen } from '../shared/keyboard.js';
import { hear } from '../shared/news.js';
import { pageCampaign } from '../shared/service.js';
import * as api from './api.js';
import { files } from './files.js';
import { filters } from './filters.js';
import { drawHead } from './head.js';
import { forgetTrial, importer } from './import.js';
import { choose, language, say } from './language.js';
import { drawNaming } from './naming.js';
import { drawPeople } from './people.js';
import { may, slug, state } from './state.js';

async function start() {
  choose(language());
  const [campaign, session] = await Promise.all([api.campaign(pageCampaign()), api.session()]);
  state.campaign = campaign.ok ? campaign.body : null;
  state.session = session.ok ? session.body : null;
  drawHead(redraw, leave);
  if (!campaign.ok) return shut('unreachable');
  if (!session.ok) return shut(whyShut(session.status));
  await show();
}

/** What whoever is signed in has here: the list, the one screen of a unit's leader, or nothing. */
async function show() {
  if (may('read')) return load();
  if (state.session?.unit && may('name')) {
    drawHelp();
    return drawNaming();
  }
  shut('notYours');
}

async function load() {
  const answer = await api.directory(slug());
  if (!answer.ok) return shut(whyShut(answer.status));
  state.directory = answer.body;
  drawHead(redraw, leave);
  draw();
}

/** @param {import('../shared/gate.js').Why} why */
function shut(why) {
  const own = { signInHelp: say('signInHelp'), notYoursTitle: say('notYoursTitle'), notYoursHelp: say('notYoursHelp') };
  const home = state.session?.unit && h('a', { class: 'button', href: '/bao-cao' }, say('toTheForm'));
  drawGate(byId('page'), why, own, start, home);
  fill(byId('foot'));
}

function draw() {
  const { directory } = state;
  if (!directory) return;
  const list = h('ol', { id: 'list', role: 'list' });
  fill(
    byId('page'),
    h('div', { class: 'top' }, h('section', { class: 'about-list', id: 'about' }), h('section', {}, files(directory.people.length > 0))),
    may('import') && importer(),
    filters(drawList),
    h('h2', { class: 'unseen' }, say('people')),
    list,
  );
  drawAbout();
  drawPeople(list);
  drawHelp(h('p', { class: 'keys' }, say('keys')));
}

/** @param {HTMLElement} [first] */
function drawHelp(first) {
  const help = state.campaign?.help;
  fill(byId('foot'), first, h('p', { class: 'hint' }, help?.[language()], ' ', help?.phone));
}

function drawAbout() {
  const { directory } = state;
  if (!directory) return;
  const { people, units, units_without_reporter: without, last_import: last } = directory;
  fill(
    byId('about'),
    h('p', { class: 'many' }, say('about', { people: people.length, units: units.length })),
    last &&
      h(
        'p',
        { class: 'soft' },
        say('lastImport', { day: clock.shortDay(clock.dayOf(last.at)), time: clock.hour(last.at) }),
        ' ',
        h('bdi', {}, last.by),
        '.',
      ),
    people.length === 0 && h('p', { class: 'warning' }, say('nobodyYet')),
    people.length > 0 && without.length > 0 && h('p', { class: 'warning' }, say('withoutReporter', { count: without.length })),
  );
}

const drawList = () => drawPeople(byId('list'));

/** Asks again and draws only what has changed: the trial run and the search stay as they are. */
async function reload() {
  const answer = await api.directory(slug());
  if (!answer.ok) return;
  const wasEmpty = state.directory?.people.length === 0;
  state.directory = answer.body;
  if (!byId('list')) return;
  if (wasEmpty !== (answer.body.people.length === 0)) return draw();
  drawAbout();
  drawList();
}

function redraw() {
  drawHead(redraw, leave);
  if (state.directory) draw();
  else void start();
}

async function leave() {
  await api.signOut();
  forgetTrial();
  Object.assign(state, { session: null, directory: null, query: '', show: 'all' });
  fill(byId('said'));
  drawHead(redraw, leave);
  shut('signIn');
}

hear('rows', drawList);
hear('filters', draw);
hear('old', () => void reload());
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && state.directory && !document.querySelector('dialog[open]')) void reload();
});
listen();
void start();
