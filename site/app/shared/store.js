/**
 * What a page remembers on this machine, in a database of its own: IndexedDB where the browser allows it; else the memory
 * of this page, and `lasting()` says so.
 */

const VERSION = 1;
const PATIENCE_MS = 2000;

/** Asks the browser not to clear this storage when space is short. @returns {Promise<void>} */
export async function askToPersist() {
  try {
    await navigator.storage?.persist?.();
  } catch {
    /* an old or private browser: nothing more can be asked */
  }
}

/** Shelves of values by their keys. @template {string} Shelf */
export class Store {
  /** @param {string} name another page's is another @param {readonly Shelf[]} shelves */
  constructor(name, shelves) {
    this.name = name;
    this.shelves = shelves;
    this.works = true;
    /** @type {Promise<IDBDatabase> | null} */
    this.opened = null;
    /** @type {Map<string, Map<string, any>>} */
    this.memory = new Map(shelves.map((shelf) => [shelf, new Map()]));
  }

  /** Whether what is written stays after the page is closed: something was, and nothing has failed since. */
  lasting() {
    return this.works;
  }

  /** @param {Shelf} shelf @param {string} key @param {unknown} value @returns {Promise<void>} */
  async put(shelf, key, value) {
    this.memory.get(shelf)?.set(key, value);
    const written = await this.attempt(shelf, 'readwrite', (open) => open.put(value, key));
    if (written !== undefined) this.works = true;
  }

  /** @param {Shelf} shelf @param {string} key @returns {Promise<any>} */
  async get(shelf, key) {
    const found = await this.attempt(shelf, 'readonly', (open) => open.get(key));
    return found ?? this.memory.get(shelf)?.get(key);
  }

  /** @param {Shelf} shelf @param {string} key @returns {Promise<void>} */
  async remove(shelf, key) {
    this.memory.get(shelf)?.delete(key);
    await this.attempt(shelf, 'readwrite', (open) => open.delete(key));
  }

  /** @param {Shelf} shelf @returns {Promise<any[]>} */
  async all(shelf) {
    const found = await this.attempt(shelf, 'readonly', (open) => open.getAll());
    return found ?? [...(this.memory.get(shelf)?.values() ?? [])];
  }

  /**
   * @param {Shelf} shelf
   * @param {IDBTransactionMode} mode
   * @param {(open: IDBObjectStore) => IDBRequest} act
   * @returns {Promise<any>} undefined when the storage fails
   */
  async attempt(shelf, mode, act) {
    try {
      const database = await (this.opened ??= open(this.name, this.shelves));
      return await finished(database.transaction(shelf, mode), shelf, act);
    } catch {
      // forbidden, full or broken: the page goes on in memory and says that nothing is kept
      this.works = false;
      return undefined;
    }
  }
}

/**
 * Some in-app browsers never answer at all, hence the patience.
 * @param {string} name
 * @param {readonly string[]} shelves
 * @returns {Promise<IDBDatabase>}
 */
function open(name, shelves) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
    const request = indexedDB.open(name, VERSION);
    request.onupgradeneeded = () => shelves.forEach((shelf) => request.result.createObjectStore(shelf));
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
