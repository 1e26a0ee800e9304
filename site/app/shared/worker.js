// @ts-check
/// <reference lib="webworker" />
/**
 * Keeps a page's own files, so that it opens without a network. It never touches /v1/. Each page has a few lines of its own
 * that import this (/bao-cao-sw.js, say): a worker governs only what lies beneath it, and a page lies at /bao-cao. The build
 * writes them, with the files and the hash of their content (tools/phone/stamp.py).
 */

/** @typedef {{ page: string, version: string, files: string[] }} Shell */
const SHELL = /** @type {{ SHELL: Shell }} */ (/** @type {unknown} */ (self)).SHELL;
const PREFIX = `${SHELL.page}-`;
/** @type {Promise<Cache> | null} */
let opened = null;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const ours = origin === worker.location.origin && SHELL.files.includes(pathname);
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
