// The HTTP words of accounts: invitations, signing in and out. Every path under `/api/access` takes and gives JSON.
import * as v from 'valibot';
import { limits } from './limits.js';

export const roles = ['volunteer', 'coordinator', 'administrator'] as const;
export const role = v.picklist(roles);
export type Role = v.InferOutput<typeof role>;

/** How an association or a line is called in an address: a letter, then letters, digits and dashes. */
export const slug = v.pipe(v.string(), v.regex(/^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/));
const placeId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,40}$/));

/** 256 random bits, base64url. It stands in the link's fragment, which browsers do not send. */
export const invitationToken = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
export const pseudonym = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(limits.pseudonym.min),
  v.maxLength(limits.pseudonym.max),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._'’-]*$/u),
);
export const newPassword = v.pipe(
  v.string(),
  v.minLength(limits.password.min),
  v.maxLength(limits.password.max),
);

/** One's own, as it was chosen whenever that was. */
export const presentPassword = v.pipe(v.string(), v.maxLength(limits.password.max));

/** `POST invitations/accept` → `who` and the session cookie. */
export const acceptInvitation = v.strictObject({
  invitation: invitationToken,
  pseudonym,
  password: newPassword,
});
/** `POST sign-in` → `who` and the session cookie, or `halfway` and the cookie of a half session (factor.ts). */
export const signIn = v.strictObject({
  /** As the page's address names it; the first of the installation where it names none. Any text: one that is not there is no fault. */
  association: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  pseudonym: v.pipe(v.string(), v.maxLength(limits.pseudonym.max)),
  password: presentPassword,
});
/** `POST password` → `{}`: one's own, by who gives the present one. Every other session, and every PIN, is over by it. */
export const changePassword = v.strictObject({
  password: presentPassword,
  next: newPassword,
});
/** `POST invitations` (coordinators) → `invitation`. One's own association and post, unless others are named. */
export const invite = v.strictObject({
  role,
  association: v.exactOptional(slug),
  post: v.exactOptional(placeId),
});
export const invitation = v.strictObject({ link: v.string(), validFor: v.pipe(v.number(), v.safeInteger()) });
/** Their own password, or what their association's provider says: whoever has no password here has none to say or to change. */
export const entersBy = v.picklist(['password', 'provider']);

/** `GET me` → `who`, or with the same status 200 that nobody is: `signed-out`. `POST sign-out` → `{}`. */
export const who = v.strictObject({
  pseudonym: v.string(),
  role,
  /** Whose account it is, as addresses name it. */
  association: v.string(),
  /** The post it belongs to; nothing for who belongs to the whole association. */
  post: v.exactOptional(v.string()),
  /** There is no second factor yet, and nothing but enrolling one is answered before there is. */
  mayOnly: v.exactOptional(v.literal('enrol')),
});
export type Who = v.InferOutput<typeof who>;

/**
 * Refusals over HTTP: `{ refused }` with status 400, 401, 403, 409, 429 or 503.
 * - `refused`: a wrong name or password, or a link that is forged, used or expired: never which
 * - `signed-out`: no session · `not-allowed`: not this role, or not from this site · `taken`: that pseudonym is another's
 * - `over`: what was begun stands no more, and is to be begun anew
 * - `last-administrator`: nobody else could let anybody back in
 */
export const accessRefusals = [
  'malformed',
  'refused',
  'signed-out',
  'not-allowed',
  'taken',
  'over',
  'last-administrator',
  'too-fast',
  'unavailable',
] as const;
export const accessRefused = v.strictObject({ refused: v.picklist(accessRefusals) });
export type AccessRefusal = (typeof accessRefusals)[number];
