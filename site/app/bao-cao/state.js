/** What the page shows at this moment. */

/** @typedef {import('./checks.js').Remark} Remark */

/**
 * @typedef {object} State
 * @property {import('../types').Session | null} session
 * @property {import('../types').Campaign | null} campaign
 * @property {import('../types').Form | null} form
 * @property {string} formHash what a report names this form by; empty where the service did not say
 * @property {import('../types').Report | null} report as the service last answered
 * @property {import('../types').Kept | null} kept what the person typed
 * @property {Remark[]} problems what the service refused, until the figures change
 * @property {import('../types').Two | null} notice one sentence on top of the screen
 * @property {'session' | 'unreachable' | 'damaged' | 'waits' | 'no-form' | 'closed' | null} trouble why the form cannot be shown or sent
 * @property {{ token: string, reports: import('../types').Kept[] } | null} waiting with the trouble `waits`: for an earlier link's session
 * @property {boolean} practice
 * @property {boolean} tried whether "send" was pressed and something stood in the way
 */

/** @type {State} */
export const state = {
  session: null,
  campaign: null,
  form: null,
  formHash: '',
  report: null,
  kept: null,
  problems: [],
  notice: null,
  trouble: null,
  waiting: null,
  practice: false,
  tried: false,
};

/** @typedef {State & { campaign: import('../types').Campaign, form: import('../types').Form, kept: import('../types').Kept, report: import('../types').Report }} Ready */

/** @returns {Ready | null} the state when there is a form to fill in */
export const ready = () =>
  state.campaign && state.form && state.kept && state.report ? /** @type {Ready} */ (state) : null;
