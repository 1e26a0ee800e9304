/**
 * What a page remembers on this machine, in a database of its own: IndexedDB where the browser allows it; else the memory
 * of this page. What is written is read back, and only then called kept.
 */

const VERSION = 1;
const PATIENCE_MS = 2000;
/** So long a browser that refuses, or never answers, is not asked again. */
const REST_MS = 10_000;

/** Asks the browser not to clear this storage when space is short. @returns {Promise<void>} */
export async function askToPersist() {
  try {
    await navigator.storage?.persist?.();
  } catch {
    /* an old or private browser: nothing more can be asked */
  }
}

/** Asks, and tells what came once the whole has been written. @typedef {(open: IDBObjectStore) => () => any} Act */

/** Shelves of values by their keys; a value is what JSON can say. @template {string} Shelf */
export class Store {
  /** @param {string} name another page's is another @param {readonly Shelf[]} shelves */
  constructor(name, shelves) {
    this.name = name;
    this.shelves = shelves;
    this.works = true;
    /** @type {Promise<IDBDatabase> | null} */
    this.opened = null;
    this.refused_at = -Infinity;
    /** What could not be kept, newer than what lies in the database. @type {Map<string, Map<string, any>>} */
    this.memory = new Map(shelves.map((shelf) => [shelf, new Map()]));
  }

  /** Whether what is written stays after the page is closed: what was written last was read back. */
  lasting() {
    return this.works;
  }

  /** Whether nothing newer than what lies there is in this page's memory alone. @param {Shelf} shelf @param {string} key */
  holds(shelf, key) {
    return !this.memory.get(shelf)?.has(key);
  }

  /** @param {Shelf} shelf @param {string} key @param {unknown} value */
  put = (shelf, key, value) => this.change(shelf, key, () => copied(value));

  /**
   * Reads, makes and writes as one, also when two tabs do so at once.
   * @param {Shelf} shelf
   * @param {string} key
   * @param {(found: any) => any} make of what lies there, if anything; called again when the database has to be opened again
   * @returns {Promise<any>} what was made
   */
  async change(shelf, key, make) {
    /** @type {any} */
    let made;
    const found = await this.attempt(shelf, 'readwrite', (open) => {
      /** @type {IDBRequest | undefined} */
      let after;
      const before = open.get(key);
      before.onsuccess = () => {
        made = make(before.result);
        open.put(made, key);
        after = open.get(key);
      };
      return () => after?.result;
    });
    made ??= make(undefined);
    this.works = JSON.stringify(found) === JSON.stringify(made);
    if (this.works) this.memory.get(shelf)?.delete(key);
    else this.memory.get(shelf)?.set(key, made);
    return made;
  }

  /** @param {Shelf} shelf @param {string} key @returns {Promise<any>} */
  async get(shelf, key) {
    return copied(this.memory.get(shelf)?.get(key)) ?? this.attempt(shelf, 'readonly', result((open) => open.get(key)));
  }

  /** @param {Shelf} shelf @param {string} key @returns {Promise<void>} */
  async remove(shelf, key) {
    this.memory.get(shelf)?.delete(key);
    await this.attempt(shelf, 'readwrite', result((open) => open.delete(key)));
  }

  /** @param {Shelf} shelf @returns {Promise<any[]>} */
  async all(shelf) {
    const keys = (await this.attempt(shelf, 'readonly', result((open) => open.getAllKeys()))) ?? [];
    const newer = [...(this.memory.get(shelf)?.keys() ?? [])];
    return Promise.all([...new Set([...keys, ...newer])].map((key) => this.get(shelf, key)));
  }

  /**
   * @param {Shelf} shelf
   * @param {IDBTransactionMode} mode
   * @param {Act} act
   * @returns {Promise<any>} undefined when the storage fails
   */
  async attempt(shelf, mode, act) {
    try {
      return await this.once(shelf, mode, act);
    } catch {
      // forbidden, full or broken: the page goes on in memory and says that nothing is kept
      this.works = false;
      return undefined;
    }
  }

  /**
   * A browser may close the database behind the page (iPhones do in the background): it is opened anew and asked again.
   * @param {Shelf} shelf
   * @param {IDBTransactionMode} mode
   * @param {Act} act
   */
  async once(shelf, mode, act) {
    const database = await this.database();
    try {
      return await finished(database.transaction(shelf, mode), shelf, act);
    } catch {
      database.close();
      this.opened = null;
      return finished((await this.database()).transaction(shelf, mode), shelf, act);
    }
  }

  async database() {
    if (!this.opened && Date.now() - this.refused_at < REST_MS) throw new Error('refused just now');
    const opened = (this.opened ??= open(this.name, this.shelves));
    try {
      return await opened;
    } catch (refused) {
      if (this.opened === opened) this.opened = null;
      this.refused_at = Date.now();
      throw refused;
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

/** @param {(open: IDBObjectStore) => IDBRequest} ask @returns {Act} */
const result = (ask) => (open) => {
  const asked = ask(open);
  return () => asked.result;
};

/** @param {any} value */
const copied = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** @param {IDBTransaction} transaction @param {string} shelf @param {Act} act */
function finished(transaction, shelf, act) {
  return new Promise((resolve, reject) => {
    const came = act(transaction.objectStore(shelf));
    transaction.oncomplete = () => resolve(came());
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
