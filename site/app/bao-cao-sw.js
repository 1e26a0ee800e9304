// @ts-check
/// <reference lib="webworker" />
/**
 * Keeps the phone form's own files, so that it opens without a network. It stands beside its folder because a worker
 * governs only what lies beneath it, and the form's address is /bao-cao. It never touches /v1/.
 */

// The build writes the files and the hash of their content here (tools/phone/stamp.py).
const SHELL = { version: 'unbuilt', files: [] };
const PREFIX = 'bao-cao-';
/** @type {Promise<Cache> | null} */
let opened = null;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const ours = origin === worker.location.origin && /** @type {string[]} */ (SHELL.files).includes(pathname);
  if (ours && event.request.method === 'GET') event.respondWith(answer(pathname, event.request));
});

/** All files or none: a form of two versions would not run. */
async function install() {
  const cache = await caches.open(PREFIX + SHELL.version);
  await cache.addAll(SHELL.files.map((file) => new Request(file, { cache: 'no-cache' })));
  await worker.skipWaiting();
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + SHELL.version);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @param {string} pathname @param {Request} request */
async function answer(pathname, request) {
  const cache = await (opened ??= caches.open(PREFIX + SHELL.version));
  return (await cache.match(pathname)) ?? fetch(request);
}
