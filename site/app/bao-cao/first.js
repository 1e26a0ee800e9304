/**
 * Asks for all that the form needs as soon as these few lines are there, while the rest of the script is still on its
 * way: on a slow line that saves the officer two seconds.
 */
import * as api from './api.js';
import { linkIn } from './link.js';
import { mayWait } from './waits.js';

/** @typedef {import('../types').Session} Session */
/** @typedef {import('../types').Campaign} Campaign */
/** @typedef {import('../types').Form} Form */
/** @typedef {import('../types').Report} Report */
/** @template T @typedef {import('../types').Answer<T>} Answer */

/**
 * @typedef {object} Opening
 * @property {Promise<Answer<Session>>} session
 * @property {Promise<Answer<Campaign> | null>} campaign null without a session
 * @property {Promise<Answer<Form> | null>} form
 * @property {Promise<Answer<Report> | null>} report of the day that the link is about, else of the campaign's today
 * @property {boolean} byLink whether a link was opened just now
 */

/** @param {string | null} token of the link; without one the cookie decides @returns {Opening} */
export function ask(token) {
  const session = token ? api.openSession(token) : api.session();
  const opened = session.then((answer) => (answer.ok ? answer.body : null));
  const campaign = opened.then((found) => (found?.unit && found.campaign ? api.campaign(found.campaign) : null));
  const form = opened.then((found) => (found?.unit && found.campaign ? api.form(found.campaign, found.unit.kind) : null));
  const report = Promise.all([opened, campaign]).then(([found, read]) =>
    found?.unit && found.campaign && read?.ok
      ? api.report({ campaign: found.campaign, unit: found.unit.code, day: (token && found.lands?.day) || read.body.today })
      : null,
  );
  return { session, campaign, form, report, byLink: Boolean(token) };
}

const carried = linkIn(location);
/**
 * A damaged link asks for nothing: the cookie may be another unit's. Nor does a link at once, while a report may wait for the
 * session that it replaces.
 * @type {Opening | null}
 */
let asked = carried && (carried.token === null || mayWait()) ? null : ask(carried?.token ?? null);

/** The answers to what was asked while loading; null after they were taken once, or for another link. @param {string | null} token */
export function takeFirst(token) {
  const taken = token === (carried?.token ?? null) ? asked : null;
  asked = null;
  return taken;
}
