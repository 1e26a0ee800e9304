/** What happened with a unit's day, newest first: revisions with what they changed, decisions, calls. */
import { h, written } from '../shared/dom.js';
import { say, sayWord, titleOf, valueText } from './language.js';
import { decisionWords, timeOf } from './words.js';

/** @typedef {import('../types').Form} Form */
/** @typedef {import('../board').Decision} Decision */
/** @typedef {import('../board').Contact} Contact */
/** @typedef {import('../board').ToldRevision} ToldRevision */
/** @typedef {import('../types').Child} Child */
/** @typedef {Partial<Pick<ToldRevision, 'complete' | 'nothing_to_report' | 'explanations'>>} Said */

/** @type {Said} */
const NOTHING_SAID = {};

/** @param {Form} form @param {import('../board').StaffReport} report @param {Contact[]} people whom the unit's links go to */
export function story(form, report, people) {
  const revisions = (report.history ?? []).filter(({ revision }) => revision > 0);
  const told = revisions.map((revision, index) => ({
    at: revision.received_at ?? '',
    says: revisionSays(form, revision, revisions[index - 1], people),
  }));
  const decided = (report.decisions ?? []).map((decision) => ({ at: decision.at, says: decisionSays(form, decision) }));
  const lines = [...told, ...decided].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return h(
    'section',
    {},
    h('h3', {}, say('story')),
    lines.length
      ? h(
          'ol',
          { class: 'story' },
          lines.map(({ at, says }) => h('li', {}, timeOf(at), h('div', {}, says))),
        )
      : h('p', { class: 'hint' }, say('noStory')),
  );
}

/** @param {Form} form @param {ToldRevision} revision @param {ToldRevision | undefined} before @param {Contact[]} people @returns {Child[]} */
function revisionSays(form, revision, before, people) {
  const changes = before && changesOf(form, revision, before);
  return [
    h('p', {}, h('b', {}, say('story_revision', { revision: revision.revision })), ' ', by(revision, people)),
    !changes && firstSays(revision),
    changes && (changes.length ? h('ul', {}, changes) : h('p', { class: 'hint' }, say('noChanges'))),
  ];
}

/** @param {ToldRevision} revision */
function firstSays(revision) {
  const also = saidChanged(revision, NOTHING_SAID);
  return [
    h('p', { class: 'hint' }, say('firstFigures', { count: Object.keys(revision.figures).length })),
    also.length > 0 && h('ul', {}, also),
  ];
}

/** Who sent it: by name to whoever may see the directory, else by role. @param {ToldRevision} revision @param {Contact[]} people @returns {Child} */
function by({ by, told_by: told, entered_by: entered }, people) {
  if (told) return ['(', h('bdi', {}, say('toldLine', { told, entered: entered ?? say('byStaff') })), ')'];
  if (by?.role === 'coordinator') return [say('byStaff'), by.account && [' (', h('bdi', {}, by.account), ')']];
  const person = people.find(({ id }) => id === by?.person);
  if (person) return ['(', h('bdi', { dir: 'auto' }, person.name), `, ${sayWord(`role_${person.role}`)})`];
  return by ? say('byLink', { role: sayWord(`role_${by.role}`) }) : null;
}

/** @param {Form} form @param {ToldRevision} now @param {ToldRevision} before */
function changesOf(form, now, before) {
  const figures = Object.entries(form.properties)
    .filter(([name]) => now.figures[name] !== before.figures[name])
    .map(([name, figure]) =>
      h('li', {}, `${titleOf(figure)}: ${valueText(before.figures[name])} → ${valueText(now.figures[name])}`),
    );
  const notes = /** @type {const} */ (['difficulties', 'proposals'])
    .filter((name) => (now.notes[name] ?? '') !== (before.notes[name] ?? ''))
    .map((name) => h('li', {}, `${say(name)}: `, written(now.notes[name] ?? '–')));
  return [...figures, ...notes, ...saidChanged(now, before)];
}

/**
 * What was said about the report as a whole, and of its findings.
 * @param {Said} now
 * @param {Said} before
 */
function saidChanged(now, before) {
  const isPartial = now.complete === false;
  const isNothing = now.nothing_to_report === true;
  const why = now.explanations ?? {};
  const then = before.explanations ?? {};
  const rules = [...new Set([...Object.keys(then), ...Object.keys(why)])].filter((rule) => why[rule] !== then[rule]);
  return [
    ...rules.map((rule) => h('li', {}, `${say('explanationOf')}: `, written(why[rule] ?? '–'))),
    ...(isPartial === (before.complete === false) ? [] : [h('li', {}, say(isPartial ? 'partOnly' : 'wholeNow'))]),
    ...(isNothing === (before.nothing_to_report === true)
      ? []
      : [h('li', {}, say(isNothing ? 'nothing' : 'somethingNow'))]),
  ];
}

/** @param {Form} form @param {Decision} decision @returns {Child[]} */
function decisionSays(form, decision) {
  const fields = Object.entries(decision.fields).map(([name, reason]) =>
    h('li', {}, `${fieldTitle(form, name)}: `, written(reason)),
  );
  return [
    h('p', {}, h('bdi', {}, decisionWords(decision))),
    decision.reason && h('p', { class: 'note' }, written(decision.reason)),
    fields.length > 0 && h('ul', {}, fields),
  ];
}

/** @param {Form} form @param {string} name */
function fieldTitle(form, name) {
  const figure = form.properties[name];
  if (figure) return titleOf(figure);
  return name === 'difficulties' || name === 'proposals' ? say(name) : name;
}
