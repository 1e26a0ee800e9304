/** As much of IndexedDB as the pages use, kept in this process; two tabs of a test share it. One transaction at a time. */

export const idb = {
  /** @type {Map<string, Map<string, Map<string, any>>>} */
  databases: new Map(),
  /** What the browser does with a write: `forgets` says that all went well. @type {'keeps' | 'forgets' | 'is full'} */
  writes: 'keeps',
  opens: true,
  opened: 0,
  handles: /** @type {Database[]} */ ([]),
  /** As iPhones do with a page in the background. */
  closeAll: () => idb.handles.forEach((each) => (each.closed = true)),
};

let line = Promise.resolve();

class Transaction {
  /** @param {Map<string, Map<string, any>>} shelves */
  constructor(shelves) {
    this.shelves = shelves;
    this.asked = [];
    this.oncomplete = this.onabort = () => {};
    line = line.then(() => this.run());
  }

  async run() {
    await null;
    while (this.asked.length) {
      const { request, act } = this.asked.shift();
      if (act.writes && idb.writes === 'is full') return this.onabort();
      request.result = structuredClone(act());
      request.onsuccess?.();
      await null;
    }
    this.oncomplete();
  }

  /** @param {string} name */
  objectStore(name) {
    const shelf = this.shelves.get(name);
    const ask = (act, writes = false) => {
      const request = {};
      this.asked.push({ request, act: Object.assign(act, { writes }) });
      return request;
    };
    const stored = (act) => ask(() => (idb.writes === 'forgets' ? undefined : act()), true);
    return {
      get: (key) => ask(() => shelf.get(key)),
      getAllKeys: () => ask(() => [...shelf.keys()]),
      put: (value, key) => {
        const copy = structuredClone(value);
        return stored(() => void shelf.set(key, copy));
      },
      delete: (key) => stored(() => void shelf.delete(key)),
    };
  }
}

class Database {
  closed = false;
  /** @param {Map<string, Map<string, any>>} shelves */
  constructor(shelves) {
    this.shelves = shelves;
  }
  createObjectStore(name) {
    this.shelves.set(name, new Map());
  }
  transaction() {
    if (this.closed) throw new DOMException('The database connection is closing.', 'InvalidStateError');
    return new Transaction(this.shelves);
  }
  close() {
    this.closed = true;
  }
}

globalThis.indexedDB = /** @type {any} */ ({
  open(name) {
    if (!idb.opens) throw new DOMException('no', 'SecurityError');
    idb.opened += 1;
    const request = /** @type {any} */ ({});
    queueMicrotask(() => {
      const known = idb.databases.get(name);
      if (!known) idb.databases.set(name, new Map());
      request.result = new Database(idb.databases.get(name));
      idb.handles.push(request.result);
      if (!known) request.onupgradeneeded();
      request.onsuccess();
    });
    return request;
  },
});
