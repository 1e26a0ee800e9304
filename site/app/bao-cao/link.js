/**
 * The link that an address carries, also after chat programs, mail filters and fingers have been at it. An address that says
 * it carries one is never opened as if it carried none: another unit's form would stand in its place.
 */

/** @typedef {{ token: string | null }} Carried `token`: null where what is carried is not a whole one */
/** @typedef {Pick<Location, 'hash' | 'search'>} Address */

/** Encoded twice happens: a filter rewrites what another has rewritten. */
const MOST_ENCODED = 3;
// Behind the sign for "token": whatever is no part of one, the token, and no letter or digit that would make it longer.
const SAID = /^#[^\w-]*t(?![\w-])(.*)$/is;
const WHOLE = /^[^\w-]*([\w-]{22})(?![\w-]*[A-Za-z0-9])/;

/** @param {Address} address @returns {Carried | null} null: it does not say that it carries a link */
export function linkIn({ hash, search }) {
  const said = SAID.exec(readable(hash)) ?? SAID.exec(readable(search).replace(/^[^#]*/, ''));
  return said && { token: WHOLE.exec(said[1] ?? '')?.[1] ?? null };
}

/** Without what nobody sees, which copying puts between letters. @param {string} text */
function readable(text) {
  for (let times = 0; times < MOST_ENCODED; times += 1) text = text.replace(/(?:%[0-9a-f]{2})+/gi, decoded);
  return text.replace(/[\p{Cf}\s]+/gu, (signs) => (/\s/.test(signs) ? ' ' : ''));
}

/** @param {string} encoded */
function decoded(encoded) {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return ' '; // half a letter: a stray sign like any other
  }
}

/**
 * What the service calls the link in a session (`link`), from which nobody gets back to the token.
 * @param {string} token
 * @returns {Promise<string | null>} null where the browser computes no SHA-256
 */
export async function shortId(token) {
  const bytes = await crypto.subtle?.digest('SHA-256', new TextEncoder().encode(token));
  return bytes ? `l-${base64url(new Uint8Array(bytes)).slice(0, 8)}` : null;
}

/** @param {Uint8Array} bytes */
const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_');
