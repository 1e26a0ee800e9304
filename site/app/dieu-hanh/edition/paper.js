/** The edition on the page, its sections in the documents' order: the draft, or one that was issued. */
import * as clock from '../../shared/clock.js';
import { button, byId, h } from '../../shared/dom.js';
import { language } from '../language.js';
import { state } from '../state.js';
import { figures } from './figures.js';
import { known, load, numberRead } from './known.js';
import { say, sayWord } from './language.js';
import { redrawn } from './redrawn.js';
import { changes, discipline, findings, notes, remarks, targets } from './sections.js';
import { summary } from './summary.js';

/** @typedef {import('../../board').Edition} Edition */
/**
 * @typedef {object} Section
 * @property {() => string} title
 * @property {(edition: Edition) => unknown} of all that it is drawn from
 * @property {(edition: Edition, before: Edition | null) => import('../../types').Child} draw
 */

/** @type {Record<string, Section>} */
const SECTIONS = {
  summary: { title: () => say('head_summary'), of: ({ counts, kinds }) => [counts, kinds], draw: summary },
  figures: { title: () => say('head_figures'), of: ({ kinds }) => kinds, draw: figures },
  targets: { title: () => say('head_targets'), of: ({ kinds, coverage }) => [kinds, coverage], draw: targets },
  discipline: { title: () => say('head_discipline'), of: ({ measures }) => measures, draw: discipline },
  findings: { title: () => say('head_findings'), of: ({ units }) => units.map((row) => row.findings), draw: findings },
  difficulties: {
    title: () => say('head_difficulties'),
    of: (edition) => edition.notes.difficulties,
    draw: (edition) => notes(edition.notes.difficulties, 'difficulties'),
  },
  proposals: {
    title: () => say('head_proposals'),
    of: (edition) => edition.notes.proposals,
    draw: (edition) => notes(edition.notes.proposals, 'proposals'),
  },
  remarks: { title: () => say('head_remarks'), of: (edition) => edition.remarks, draw: remarks },
};

export const paperFrame = () =>
  h(
    'article',
    { class: 'paper', 'aria-labelledby': 'paper-title' },
    h('div', { id: 'paper-head' }),
    h('section', { id: 'paper-changes' }),
    Object.keys(SECTIONS).map((name) => h('section', { id: `paper-${name}` })),
  );

/** @param {() => void} redraw */
export function drawPaper(redraw) {
  const { read, before, week } = known;
  if (!read) return;
  const shared = [before?.day, before?.edition, week?.day, read.day, [...state.forms.keys()], state.view];
  drawHead(read, redraw);
  drawChanges(read);
  for (const [name, { title, of, draw }] of Object.entries(SECTIONS))
    redrawn(byId(`paper-${name}`), [of(read), ...shared], () => [heading(title()), draw(read, before)]);
}

/** @param {Edition} read */
function drawChanges(read) {
  const { replaces } = read;
  byId('paper-changes').hidden = !replaces || (read.kind === 'draft' && !read.changes.length);
  redrawn(byId('paper-changes'), [read.changes, replaces], () =>
    replaces ? [heading(say('head_changes', { number: replaces.edition })), changes(read)] : null,
  );
}

/** @param {string} title */
const heading = (title) => h('h3', { tabindex: -1 }, title);

/** @param {Edition} read @param {() => void} redraw */
function drawHead(read, redraw) {
  const { before, list, draft } = known;
  const time = draft ? clock.hour(draft.issued_at) : '';
  const numbers = list?.editions.map(({ edition, kind }) => ({ edition, kind })) ?? [];
  redrawn(byId('paper-head'), [numbers, numberRead(), time, read.kind, before?.edition, read.day], () => [
    h(
      'div',
      { class: 'heading' },
      h('h2', { id: 'paper-title' }, say('paper')),
      button(say(read.kind === 'draft' ? 'printDraft' : 'print'), () => print(), { class: 'button small', 'data-part': 'print' }),
    ),
    read.kind === 'draft' && h('p', { class: 'only-printed' }, h('b', {}, say('draftMark', { number: read.edition, time }))),
    numbers.length > 0 &&
      h(
        'div',
        { class: 'choose-edition', role: 'group', 'aria-label': say('read') },
        [{ edition: 0, kind: 'draft' }, ...numbers].map((each) => choice(each, time, redraw)),
      ),
    h(
      'p',
      { class: 'hint' },
      numbers.length === 0 && `${say('draftAt', { time })} · `,
      say('paperDay', {
        number: read.day_number,
        days: state.campaign?.days ?? 0,
        day: clock.longDay(read.day, language()),
      }),
      '. ',
      before ? say('paperBefore', { number: before.edition, day: clock.shortDay(before.day) }) : say('paperAlone'),
      '.',
    ),
  ]);
}

/** @param {{ edition: number, kind: string }} which @param {string} time @param {() => void} redraw */
const choice = ({ edition, kind }, time, redraw) =>
  h(
    'button',
    {
      type: 'button',
      class: 'tile',
      'aria-pressed': String(numberRead() === edition),
      'data-part': `read-${edition}`,
      onclick: () => void choose(edition, redraw),
    },
    edition ? `${say('number', { number: edition })} · ${sayWord(`type_${kind}`)}` : say('draftAt', { time }),
  );

/** @param {number} edition @param {() => void} redraw */
async function choose(edition, redraw) {
  known.chosen = edition;
  await load(false);
  redraw();
}
