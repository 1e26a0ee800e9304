/** The style of the parts that are fetched later; without it they would be drawn twice. */
import { h } from '../../shared/dom.js';

/** @type {Map<string, Promise<unknown>>} */
const loaded = new Map();

/** Waits for it, and does without when it does not come. @param {'edition' | 'reminders'} [part] */
export function styled(part = 'edition') {
  const link = h('link', { rel: 'stylesheet', href: `/dieu-hanh/${part}/style.css` });
  const loading = loaded.get(part) ?? new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', done);
    document.head.append(link);
  });
  loaded.set(part, loading);
  return loading;
}
