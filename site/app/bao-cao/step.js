/** One step: at most five questions of one group, what their parts add up to, and the way on. */
import { button, byId, fill, h } from '../shared/dom.js';
import { say, shown, titleOf } from './language.js';
import { daysStrip, openDays } from './days.js';
import { allAsBefore, blank, checked, edit, knownBefore, noneToday } from './editing.js';
import { field, note } from './field.js';
import { steps } from './form.js';
import { nextOnEnter } from './keyboard.js';
import { REVIEW, go, stepHash } from './route.js';
import { ready } from './state.js';

/** @typedef {import('./state.js').Ready} Ready */
/** @typedef {import('./form.js').Step} Step */

const SETTLE_MS = 600;

/** @param {Ready} now @param {number} index */
export function stepScreen(now, index) {
  const all = steps(now.form);
  const step = all[index];
  const first = all[index + 1]?.figures[0] ?? 'difficulties';
  return step ? figuresScreen(now, all, index, first) : notesScreen(now, all.length, all.length + 1);
}

/**
 * @param {Ready} now
 * @param {Step[]} all
 * @param {number} index
 * @param {string} first the next step's first entry
 */
function figuresScreen(now, all, index, first) {
  const step = /** @type {Step} */ (all[index]);
  const count = all.length + 1;
  /** @type {number | undefined} */
  let soon;
  const changed = (/** @type {boolean} */ settled) => {
    clearTimeout(soon);
    if (settled) refresh();
    else soon = setTimeout(refresh, SETTLE_MS);
  };
  const fields = step.figures.map((name) => field(now, name, changed));
  const sums = h('dl', { class: 'sums' });
  const filled = h('p', { class: 'hint', role: 'status' });
  let asked = new Set();
  const refresh = () => {
    if (!ready()) return; // an entry that leaves the page with its form still says that it has changed
    const found = checked(now);
    fields.forEach((each) => each.update(found));
    asked = new Set(odd(step, found));
    fill(sums, totals(step, found.values));
    // Hidden, not removed: a button redrawn between finger down and finger up would lose the tap.
    asBeforeButton.hidden = knownBefore(now, [step]).length === 0;
    wholeFormButton.hidden = index > 0 || knownBefore(now, all).length <= knownBefore(now, [step]).length;
    noneButton.hidden = blank(now, step, 'flow').length === 0;
  };
  const apply = (/** @type {() => void} */ act) => () => {
    act();
    fields.forEach((each) => each.settle());
    refresh();
  };
  const asBeforeButton = button(
    say('allAsBefore'),
    apply(() => allAsBefore(now, [step])),
    { class: 'shortcut' },
  );
  const wholeFormButton = button(
    say('wholeFormAsBefore'),
    apply(() => fill(filled, say('filledAsBefore', { count: allAsBefore(now, all) }))),
    { class: 'shortcut' },
  );
  const noneButton = button(
    say('noneToday'),
    apply(() => noneToday(now, step)),
    { class: 'shortcut' },
  );
  refresh();
  // What was typed last is asked about here, once, before the page goes on.
  const leave = (/** @type {string} */ hash) => {
    clearTimeout(soon);
    const before = asked;
    refresh();
    const unasked = [...asked].find((name) => !before.has(name));
    if (unasked) byId(`${unasked}-field`).scrollIntoView({ block: 'center' });
    else go(hash);
  };
  return h(
    'form',
    {
      novalidate: true,
      onmousedown: keepStill,
      onpointerdown: () => clearTimeout(soon),
      onkeydown: nextOnEnter(() => leave(stepHash(index + 1, first))),
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        leave(next(index, count));
      },
    },
    index === 0 && whichDay(now),
    progress(index, count),
    heading(step),
    h('div', { class: 'shortcuts' }, index === 0 && wholeDay(now), wholeFormButton, asBeforeButton, noneButton),
    filled,
    fields.map((each) => each.node),
    sums,
    onward(index, count),
  );
}

/**
 * Pressing a button does not take the focus from the entry: leaving it would settle what was typed, move the page under
 * the finger, and the tap would miss.
 * @param {MouseEvent} event
 */
function keepStill(event) {
  if (/** @type {Element} */ (event.target).closest('button')) event.preventDefault();
}

/** @param {Ready} now @param {number} index @param {number} count */
const notesScreen = (now, index, count) =>
  h(
    'form',
    {
      novalidate: true,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        go(REVIEW);
      },
    },
    progress(index, count),
    h('h1', { tabindex: -1 }, say('notes')),
    note(now, 'difficulties'),
    note(now, 'proposals'),
    onward(index, count),
  );

/** On the first page, what became of yesterday, and the way there. @param {Ready} now */
function whichDay(now) {
  const days = openDays(now);
  return !now.practice && days.length > 1 && h('nav', { 'aria-label': say('lastDays') }, daysStrip(now, days));
}

/** @param {Step} step */
const heading = (step) =>
  h(
    'h1',
    { tabindex: -1 },
    titleOf(step.group),
    step.parts > 1 && h('span', { class: 'part' }, ` ${say('part', { part: step.part + 1, parts: step.parts })}`),
  );

/** @param {number} index @param {number} count */
const progress = (index, count) =>
  h(
    'div',
    { class: 'progress' },
    h('span', {}, say('stepOf', { step: index + 1, steps: count })),
    h('progress', { max: count, value: index + 1, 'aria-label': say('stepOf', { step: index + 1, steps: count }) }),
  );

/** The step's figures of which something is said. @param {Step} step @param {import('./checks.js').Checked} found */
const odd = (step, { problems, findings }) =>
  [...problems, ...findings].map(({ figures }) => figures[0] ?? '').filter((name) => step.figures.includes(name));

/** @param {Step} step @param {import('../types').Values} values */
const totals = (step, values) =>
  step.totals.flatMap((total) => {
    const parts = total.sum.map((name) => values[name]).filter((value) => typeof value === 'number');
    const sum = parts.reduce((/** @type {number} */ whole, part) => whole + Number(part), 0);
    return [h('dt', {}, titleOf(total)), h('dd', {}, parts.length ? shown(sum) : '–')];
  });

/** @param {Ready} now */
const wholeDay = (now) =>
  Object.values(now.kept.typed).every((typed) => !typed.trim()) &&
  button(
    say('nothingToday'),
    () => {
      edit(now, (kept) => {
        kept.nothing = true;
      });
      go(REVIEW);
    },
    { class: 'shortcut' },
  );

/** @param {number} index @param {number} count */
const next = (index, count) => (index + 1 < count ? stepHash(index + 1) : REVIEW);

/** @param {number} index @param {number} count */
const onward = (index, count) =>
  h(
    'div',
    { class: 'onward' },
    h('button', { class: 'button primary', type: 'submit' }, say('onward')),
    index > 0 && h('a', { class: 'quiet', href: stepHash(index - 1) }, say('back')),
    index + 1 < count && h('a', { class: 'quiet', href: REVIEW }, say('toReview')),
  );
