/** What the parts of a page tell each other: whoever decides or is answered need not know who draws. */

/**
 * `old`: what the page shows is to be asked for again. `rows`: the list is to be drawn again. `filters`: another choice
 * of what to show was made elsewhere. `glance`: the figures above the list have come. `saved`: a draft has been kept.
 * `merged`: what another tab has typed has come into the draft. `left`: what stands on the screen is not of this session.
 * @typedef {'old' | 'rows' | 'filters' | 'glance' | 'saved' | 'merged' | 'left'} News
 */

/** @param {News} what */
export const tell = (what) => void dispatchEvent(new CustomEvent(`giaoban:${what}`));

/** @param {News} what @param {() => void} act */
export const hear = (what, act) => addEventListener(`giaoban:${what}`, act);
