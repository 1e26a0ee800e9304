/** Each change by the person: into the draft, onto the phone's storage, and checked. */
import * as clock from '../shared/clock.js';
import { tell } from '../shared/news.js';
import * as store from './store.js';
import { check } from './checks.js';
import { touch } from './report.js';
import { state } from './state.js';

/** @typedef {import('./state.js').Ready} Ready */
/** @typedef {import('./form.js').Step} Step */

/** @param {Ready} now */
export const checked = (now) => check(now.form, now.kept, now.report.baseline);

/** @param {Ready} now @param {(kept: import('../types').Kept) => void} change */
export function edit({ kept }, change) {
  change(kept);
  touch(kept, clock.now());
  state.problems = [];
  state.notice = null;
  void store.keep(kept).then(() => tell('saved'));
}

/** @param {Ready} now @param {string} name @param {string} typed */
export const typeFigure = (now, name, typed) =>
  edit(now, (kept) => {
    kept.typed[name] = typed;
    if (typed.trim()) kept.nothing = false;
  });

/** The value of the last report, by a deliberate tap. @param {Ready} now @param {string} name */
export const asBefore = (now, name) => typeFigure(now, name, String(now.report.baseline.stocks[name]?.value ?? ''));

/** The blank stocks whose earlier value is known, of a step or of several. @param {Ready} now @param {Step[]} of */
export const knownBefore = (now, of) =>
  of.flatMap((step) => blank(now, step, 'stock')).filter((name) => name in now.report.baseline.stocks);

/** Those stocks, all as they were. @param {Ready} now @param {Step[]} of @returns {number} how many */
export function allAsBefore(now, of) {
  const names = knownBefore(now, of);
  names.forEach((name) => asBefore(now, name));
  return names.length;
}

/** Nothing happened in this step today: its blank flows are 0. @param {Ready} now @param {Step} step */
export const noneToday = (now, step) =>
  blank(now, step, 'flow')
    .filter((name) => now.form.properties[name]?.type === 'integer')
    .forEach((name) => typeFigure(now, name, '0'));

/** @param {Ready} now @param {Step} step @param {'stock' | 'flow'} measure */
export const blank = ({ form, kept }, step, measure) =>
  step.figures.filter((name) => form.properties[name]?.measure === measure && !kept.typed[name]?.trim());
