/** Text to paste into a chat group, for those who prefer it. */
import { button, byId, h } from '../../shared/dom.js';
import { copy } from '../../shared/surroundings.js';
import { announce } from '../../shared/notices.js';
import { either } from '../language.js';
import { say } from './language.js';

/** Drawn once: whoever has selected a part of the text keeps it. */
export const chatPart = () =>
  h(
    'section',
    { id: 'chat', hidden: true },
    h('h3', {}, say('chat')),
    h('p', { class: 'hint', id: 'chat-hint' }, say('chatHelp')),
    h('textarea', { id: 'chat-text', rows: 9, readonly: true, 'aria-label': say('chatText'), 'aria-describedby': 'chat-hint' }),
    h('p', {}, button(say('copy'), () => void copied(), { 'data-part': 'copy-chat' })),
  );

/** @param {import('../../types').Two} text */
export function drawChat(text) {
  byId('chat').hidden = false;
  const box = textBox();
  if (box.value !== either(text)) box.value = either(text);
}

async function copied() {
  if (await copy(textBox().value)) return announce(say('copied'));
  textBox().focus();
  textBox().select();
  announce(say('notCopied'));
}

const textBox = () => /** @type {HTMLTextAreaElement} */ (byId('chat-text'));
