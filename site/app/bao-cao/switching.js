/**
 * Another link than the last one, opened while a report waits: the session that may send it ends with the exchange. Whose
 * link it is nobody knows before that, so what waits is sent first; where that does not succeed, the page asks.
 */
import { shortId } from './link.js';
import * as store from './store.js';
import { mayWait, noteWaiting } from './waits.js';

/** @typedef {import('../types').Kept} Kept */
/** @typedef {import('../types').Session} Session */
/** @typedef {(session: Session) => Promise<void>} Send sends what waits for this session */

/** Answers after which the session that would be replaced can send nothing more: it has ended, or is another unit's. */
const NOT_ITS_OWN = [401, 403];

/** The link that somebody goes on with all the same. */
let chosen = '';

/** @param {string} token */
export const goOnWith = (token) => void (chosen = token);

/** What still waits after it was tried. @param {string} token @param {Send} send @returns {Promise<Kept[]>} */
export async function stillWaiting(token, send) {
  const session = mayWait() && token !== chosen ? await replacedBy(token) : null;
  if (!session || !(await waiting(session)).length) return [];
  await send(session);
  return waiting(session);
}

/** The session of the link that the phone was used with last, if this one is another. @param {string} token */
async function replacedBy(token) {
  /** @type {Session | undefined} */
  const session = (await store.seen('last'))?.session;
  return session?.unit && session.link !== (await shortId(token)) ? session : null;
}

/** @param {Session} session */
async function waiting({ unit, campaign }) {
  const all = (await store.unsent()).filter(({ sending }) => sending);
  noteWaiting(all.length > 0);
  return all.filter(
    (kept) => kept.unit === unit?.code && kept.campaign === campaign && !NOT_ITS_OWN.includes(kept.trouble ?? 0),
  );
}
