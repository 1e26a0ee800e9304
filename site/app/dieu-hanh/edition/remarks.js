/** The centre's remarks: what is typed is kept until it is stored, and a colleague's words never replace it unasked. */
import { button, byId, fill, h, written } from '../../shared/dom.js';
import { tell } from '../../shared/news.js';
import { announce } from '../../shared/notices.js';
import { fateText } from '../../shared/refusal.js';
import { decides, ownName, state } from '../state.js';
import * as calls from './calls.js';
import { known } from './known.js';
import { say } from './language.js';
import { redrawn } from './redrawn.js';

/** @typedef {import('../../board').Remarks} Remarks */
/** @typedef {import('../../shared/refusal.js').Fate} Fate */
/** `base`: the number of the remarks that were seen when it was begun. @typedef {{ text: string, base: number }} Typed */

const LONGEST = 5000;
/** @type {Remarks} */
const NONE = { text: '', by: null, number: 0 };

const stored = () => known.list?.remarks ?? NONE;
const box = () => /** @type {HTMLTextAreaElement | null} */ (document.getElementById('remarks'));
const keptAs = () => `giaoban.remarks.${ownName()}.${state.campaign?.slug}.${state.day}`;

/** What is typed and not stored; it survives a reload, and ends with the tab. @returns {Typed | null} */
function typed() {
  const text = sessionStorage.getItem(keptAs());
  return text ? JSON.parse(text) : null;
}

/** @param {Typed | null} wanted */
function keep(wanted) {
  if (wanted) sessionStorage.setItem(keptAs(), JSON.stringify(wanted));
  else sessionStorage.removeItem(keptAs());
}

/** Whether something is typed that the service does not have. */
export function isUnsaved() {
  const mine = typed();
  return decides() && mine !== null && mine.text.trim() !== stored().text.trim();
}

/** A colleague has stored other words than those that were seen here. */
const isOvertaken = () => isUnsaved() && typed()?.base !== stored().number;

export function remarksPart() {
  if (!decides()) return h('section', { id: 'remarks-part' });
  const text = h('textarea', {
    id: 'remarks',
    rows: 6,
    maxlength: LONGEST,
    'aria-describedby': 'remarks-help',
    oninput: typing,
  });
  text.value = typed()?.text ?? stored().text;
  return h(
    'section',
    { id: 'remarks-part' },
    h('h3', {}, h('label', { for: 'remarks' }, say('remarks'))),
    h('p', { class: 'hint', id: 'remarks-help' }, say('remarksHelp')),
    text,
    h('div', { id: 'remarks-fate', role: 'status' }),
    h('div', { id: 'remarks-refused', class: 'refusal', role: 'alert' }),
  );
}

function typing() {
  const text = box()?.value ?? '';
  keep(text === stored().text ? null : { text, base: typed()?.base ?? stored().number });
  drawRemarks(stored());
}

/** @param {Remarks} remarks those that are stored */
export function drawRemarks(remarks) {
  const field = box();
  if (!field) return drawStored(remarks);
  if (!isUnsaved()) keep(null);
  if (!typed() && field.value !== remarks.text) field.value = remarks.text;
  redrawn(byId('remarks-fate'), [isUnsaved(), isOvertaken(), remarks], () => [
    isOvertaken() && theirs(remarks),
    h(
      'p',
      { class: 'fate' },
      isUnsaved() &&
        !isOvertaken() &&
        button(say('remarksSave'), () => void saveTyped(), { class: 'button small', 'data-part': 'save' }),
      h('span', { class: 'hint' }, h('bdi', {}, fate(remarks))),
    ),
  ]);
}

/** @param {Remarks} remarks */
function fate({ by, number }) {
  if (isUnsaved()) return say('remarksUnsaved');
  return number ? say('remarksBy', { by: by ?? say('somebody') }) : say('remarksEmpty');
}

/** @param {Remarks} remarks */
const drawStored = ({ text, by, number }) =>
  redrawn(byId('remarks-part'), [text, by, number], () => [
    h('h3', {}, say('remarks')),
    h('p', { class: 'note' }, text ? written(text) : say('remarksEmpty')),
  ]);

/** A colleague's words beside one's own. @param {Remarks} remarks */
const theirs = ({ text, by }) =>
  h(
    'div',
    { class: 'theirs' },
    h('p', {}, h('b', {}, h('bdi', {}, say('remarksTheirs', { by: by ?? say('somebody') })))),
    h('p', { class: 'note' }, text ? written(text) : say('remarksEmptied')),
    h(
      'p',
      { class: 'links' },
      button(say('takeTheirs'), takeTheirs, { class: 'button small', 'data-part': 'theirs' }),
      button(say('keepMine'), keepMine, { class: 'button small', 'data-part': 'mine' }),
    ),
  );

function takeTheirs() {
  keep(null);
  drawRemarks(stored());
  box()?.focus();
}

function keepMine() {
  keep({ text: box()?.value ?? '', base: stored().number });
  void saveTyped();
}

async function saveTyped() {
  const refused = await save();
  fill(byId('remarks-refused'), refused && fateText(refused));
  if (!isUnsaved()) announce(say('remarksSaved'));
  drawRemarks(stored());
  tell('old');
  box()?.focus({ preventScroll: true });
}

/** Stores what is typed. @returns {Promise<Fate | null>} null when the service has it, or when a colleague was first */
export async function save() {
  const mine = typed();
  if (!mine) return null;
  const { day } = state;
  const answer = await calls.putRemarks(day, { text: mine.text.trim(), base_remarks: mine.base });
  if (answer.ok) return accept(answer.body, mine.text);
  if (answer.status !== 409) return answer;
  if (known.list) known.list = { ...known.list, remarks: /** @type {Remarks} */ (answer.problem.current ?? NONE) };
  return null; // their words stand beside the box now, and are no trouble
}

/** What was typed on while it was under way stays typed. @param {Remarks} remarks @param {string} sent */
function accept(remarks, sent) {
  if (known.list) known.list = { ...known.list, remarks };
  const now = box()?.value ?? sent;
  keep(now === sent ? null : { text: now, base: remarks.number });
  return null;
}
