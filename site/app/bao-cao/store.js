/**
 * What the phone remembers: reports (`reports`, by campaign/unit/day) and the last answers seen (`seen`, by name).
 * IndexedDB where the browser allows it; else the memory of this page, and `lasting()` says so.
 */

import { isPractice } from './report.js';

/** @typedef {import('../types').Kept} Kept */

const VERSION = 1;
const PATIENCE_MS = 2000;
const SHELVES = /** @type {const} */ (['reports', 'seen']);

/** @type {Promise<IDBDatabase> | null} */
let opened = null;
let works = true;
/** @type {Record<string, Map<string, any>>} */
const memory = { reports: new Map(), seen: new Map() };

/** Whether what is written stays after the page is closed. */
export const lasting = () => works;

/** @param {Kept} kept @returns {Promise<void>} */
export const keep = async (kept) => {
  if (!isPractice(kept)) await put('reports', kept.key, kept);
};

/** @param {string} key @returns {Promise<Kept | undefined>} */
export const kept = (key) => get('reports', key);

/** @param {string} key @returns {Promise<void>} */
export const forget = (key) =>
  change(
    'reports',
    (shelf) => shelf.delete(key),
    () => memory.reports?.delete(key),
  );

/** @returns {Promise<Kept[]>} */
export async function allKept() {
  const found = await attempt('reports', 'readonly', (shelf) => shelf.getAll());
  return found ?? [...(memory.reports?.values() ?? [])];
}

/** What is typed or on its way, the newest day first. @returns {Promise<Kept[]>} */
export async function unsent() {
  const waiting = (await allKept()).filter(({ changed, sending }) => changed || sending);
  return waiting.sort((a, b) => b.day.localeCompare(a.day));
}

/** @param {string} name @param {unknown} value @returns {Promise<void>} */
export const remember = (name, value) => put('seen', name, value);

/** @param {string} name @returns {Promise<any>} */
export const seen = (name) => get('seen', name);

/** Asks the browser not to clear this storage when space is short. @returns {Promise<void>} */
export async function askToPersist() {
  try {
    await navigator.storage?.persist?.();
  } catch {
    /* an old or private browser: nothing more can be asked */
  }
}

/** @param {typeof SHELVES[number]} shelf @param {string} key @param {any} value */
function put(shelf, key, value) {
  memory[shelf]?.set(key, value);
  return change(
    shelf,
    (open) => open.put(value, key),
    () => undefined,
  );
}

/** @param {typeof SHELVES[number]} shelf @param {string} key */
async function get(shelf, key) {
  const found = await attempt(shelf, 'readonly', (open) => open.get(key));
  return found ?? memory[shelf]?.get(key);
}

/**
 * @param {typeof SHELVES[number]} shelf
 * @param {(open: IDBObjectStore) => IDBRequest} act
 * @param {() => unknown} also
 */
async function change(shelf, act, also) {
  also();
  await attempt(shelf, 'readwrite', act);
}

/**
 * @param {typeof SHELVES[number]} shelf
 * @param {IDBTransactionMode} mode
 * @param {(open: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<any>} undefined when the storage fails
 */
async function attempt(shelf, mode, act) {
  try {
    const database = await (opened ??= open());
    const result = await finished(database.transaction(shelf, mode), shelf, act);
    works = true;
    return result;
  } catch {
    // forbidden, full or broken: the page goes on in memory and says that nothing is kept
    works = false;
    return undefined;
  }
}

/** Some in-app browsers never answer at all, hence the patience. @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
    const request = indexedDB.open('giaoban', VERSION);
    request.onupgradeneeded = () => SHELVES.forEach((shelf) => request.result.createObjectStore(shelf));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

/** @param {IDBTransaction} transaction @param {string} shelf @param {(open: IDBObjectStore) => IDBRequest} act */
function finished(transaction, shelf, act) {
  return new Promise((resolve, reject) => {
    const request = act(transaction.objectStore(shelf));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
