/** The style of the parts that are fetched later; without it they would be drawn twice. */
import { h } from '../../bao-cao/dom.js';

/** @type {Promise<unknown> | null} */
let loaded = null;

/** Waits for it, and does without when it does not come. */
export function styled() {
  const link = h('link', { rel: 'stylesheet', href: '/dieu-hanh/edition/style.css' });
  loaded ??= new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', done);
    document.head.append(link);
  });
  return loaded;
}
