/** Sections III to VIII: progress by unit, measures, findings, what units wrote, remarks; and what has changed. */
import { h, written } from '../../shared/dom.js';
import { either, sayWord as sayBoard, shown, valueText } from '../language.js';
import { hourOn } from '../times.js';
import { aboutWords } from '../words.js';
import { say } from './language.js';
import { figuresOf } from './odd.js';
import { unitLink } from './unit_link.js';
import { unitNames } from './units.js';

/** @typedef {import('../../board').Edition} Edition */
/** @typedef {import('../../board').Change} Change */
/** @typedef {import('../../board').Subject} Subject */

const MOST_FIGURES = 6;

/** @param {Edition} edition */
export const targets = ({ kinds, coverage }) => [
  coverage && covered(coverage, kinds),
  kinds
    .flatMap(({ targets }) => targets)
    .map(
      ({ title, best, furthest, id }) =>
        (best.length > 0 || furthest.length > 0) && [
          h('h4', {}, either(title)),
          h(
            'dl',
            { class: 'ends-of' },
            best.length > 0 && [h('dt', {}, say('best')), h('dd', {}, unitNames(best, `best-${id}`))],
            furthest.length > 0 && [h('dt', {}, say('furthest')), h('dd', {}, unitNames(furthest, `far-${id}`))],
          ),
        ],
    ),
];

/** @param {NonNullable<Edition['coverage']>} coverage @param {Edition['kinds']} kinds */
const covered = ({ enough, units, short, not_reported: unknown }, kinds) => [
  h('h4', {}, say('coverage', { enough, units, kind: coveredKind(kinds) })),
  h(
    'dl',
    { class: 'ends-of' },
    short.length > 0 && [
      h('dt', {}, say('coverageShort', { count: short.length })),
      h('dd', {}, unitNames(short, 'short')),
    ],
    unknown.length > 0 && [
      h('dt', {}, say('coverageUnknown', { count: unknown.length })),
      h('dd', {}, unitNames(unknown, 'unknown')),
    ],
  ),
];

/** Whose supporters are counted. @param {Edition['kinds']} kinds */
function coveredKind(kinds) {
  const kind = kinds.find(({ targets }) => targets.some(({ id }) => id === 'supporters'));
  return kind ? either(kind.names).toLowerCase() : '';
}

/** Measures as the rule proposes them, the heaviest first. @param {Edition} edition */
export function discipline({ measures }) {
  if (!measures.length) return h('p', {}, say('measuresNone'));
  const steps = [...new Set(measures.map(({ measure }) => measure))];
  return steps.map((step) => {
    const those = measures.filter(({ measure }) => measure === step);
    const problems = [...new Set(those.map(({ problem }) => problem))];
    return [
      h('h4', {}, either(those[0]?.names ?? { vi: step, en: step }), ` (${shown(those.length)})`),
      h(
        'dl',
        { class: 'ends-of' },
        problems.map((problem) => [
          h('dt', {}, say(`problem_${problem}`)),
          h(
            'dd',
            {},
            unitNames(
              those.filter((each) => each.problem === problem).map(({ unit }) => unit),
              `${step}-${problem}`,
            ),
          ),
        ]),
      ),
    ];
  });
}

/** @param {Edition} edition */
export function findings({ findings, units }) {
  const open = units.filter((row) => row.findings.some(({ explanation }) => !explanation));
  if (!findings.open && !findings.explained) return h('p', {}, say('findingsNone'));
  return [
    h('p', {}, say('findingsCount', findings)),
    h(
      'ul',
      { class: 'plain' },
      open.map(({ unit, findings }) =>
        h(
          'li',
          {},
          unitLink(unit.code),
          findings
            .filter(({ explanation }) => !explanation)
            .map((finding) => h('div', {}, h('bdi', {}, either(finding)))),
        ),
      ),
    ),
  ];
}

/** @param {Subject[]} subjects @param {string} about */
export const notes = (subjects, about) =>
  subjects.length === 0
    ? h('p', {}, say('notesNone'))
    : subjects.map(({ subject, names, entries }) =>
        h(
          'details',
          { 'data-folded': `${about}-${subject}`, class: 'subject' },
          h(
            'summary',
            { 'data-part': `${about}-${subject}` },
            say('entries', { subject: either(names), count: entries.length }),
          ),
          h(
            'ul',
            { class: 'plain' },
            entries.map(({ unit, text }) => h('li', {}, unitLink(unit), h('div', {}, written(text)))),
          ),
        ),
      );

/** @param {Edition} edition */
export const remarks = ({ remarks: { text } }) => h('p', {}, text ? written(text) : say('remarksEmpty'));

/** What differs from the edition before, in order of time. @param {Edition} edition */
export function changes(edition) {
  const titles = new Map(edition.kinds.flatMap(figuresOf).map(({ id, title }) => [id, either(title)]));
  if (!edition.changes.length) return h('p', {}, say('changesNone'));
  const inOrder = [...edition.changes].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return h(
    'ul',
    { class: 'plain' },
    inOrder.map((change) => h('li', {}, changed(change, titles))),
  );
}

/** @param {Change} change @param {Map<string, string>} titles */
const changed = ({ unit, names, reason, at, by, state, figures, texts = [] }, titles) => [
  h(
    'p',
    {},
    unitLink(unit),
    ' · ',
    either(names),
    ` · ${hourOn(at)}`,
    by && [' · ', h('bdi', {}, by)],
    reason && [': ', written(reason)],
  ),
  state.from !== state.to && h('p', {}, `${sayBoard(`state_${state.from}`)} → ${sayBoard(`state_${state.to}`)}`),
  texts.map((each) => h('p', {}, say(each.public ? 'wordsShown' : 'wordsHidden', { about: aboutWords(each.about) }))),
  figures.length > 0 && h('p', { class: 'hint' }, figuresChanged(figures, titles)),
];

/** @param {Change['figures']} figures @param {Map<string, string>} titles */
function figuresChanged(figures, titles) {
  const told = figures
    .slice(0, MOST_FIGURES)
    .map(
      ({ figure, from, to }) =>
        `${titles.get(figure) ?? figure}: ${valueText(from ?? undefined)} → ${valueText(to ?? undefined)}`,
    );
  const rest = figures.length - told.length;
  return [...told, ...(rest > 0 ? [say('changeMore', { count: rest })] : [])].join('; ');
}
