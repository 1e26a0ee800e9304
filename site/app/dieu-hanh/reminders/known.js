/** What the reminders' view knows of the day. */
import { state } from '../state.js';
import * as calls from './calls.js';

/** @type {{ day: string, told: import('../../reminders').Reminders | null, chat: import('../../types').Two | null, asked: boolean }} */
export const known = { day: '', told: null, chat: null, asked: false };

/** The text for chat groups only when the reports have changed. @param {boolean} isNews */
export async function load(isNews) {
  const { day } = state;
  if (known.day !== day) Object.assign(known, { day, told: null, chat: null, asked: false });
  const [told, chat] = await Promise.all([calls.reminders(day), isNews || !known.chat ? calls.chat(day) : null]);
  if (state.day !== day) return;
  if (told.ok) known.told = told.body;
  if (chat?.ok) known.chat = chat.body;
  known.asked = true;
}

/** The switch as somebody has just answered it. @param {import('../../reminders').Switch} switched */
export function putSwitch(switched) {
  if (known.told) known.told = { ...known.told, switch: switched };
  if (state.board) state.board = { ...state.board, switch: switched };
}
