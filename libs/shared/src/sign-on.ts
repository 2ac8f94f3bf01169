// The HTTP words of single sign-on: `/api/access/sign-on` for whoever enters, `/api/access/provider` for who runs the association.
import * as v from 'valibot';
import { invitationToken, pseudonym, slug } from './access.js';

/** Addresses a secret may be sent to: `https`, or this very machine, which production refuses too. */
const issuer = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(500),
  v.regex(/^(?:https:\/\/[^\s/?#@]+|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?)(?:\/[^\s?#@]*)?$/),
);
const clientId = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** `POST` → `whereTo`, and a cookie for the way back: where the browser goes to sign in. */
export const leaveForProvider = v.strictObject({
  page: v.picklist(['listen', 'desk']),
  association: v.exactOptional(slug),
  newcomer: v.exactOptional(v.strictObject({ invitation: invitationToken, pseudonym })),
});
export type LeaveForProvider = v.InferOutput<typeof leaveForProvider>;
export const whereTo = v.strictObject({ to: v.pipe(v.string(), v.url()) });
/** `GET ?association=` → whether the association has a provider; the first where none is named. */
export const signOnQuery = v.strictObject({ association: v.exactOptional(slug) });
export const signOnOffered = v.strictObject({ offered: v.boolean() });

/**
 * `GET back?…` is where the provider sends the browser: it answers with the page it left, whose fragment says how it went.
 * - `in`: a session · `half`: a half session, the factor comes next · `refused`: the provider said no, nobody is called so here, or too late · `taken`: name or identity has an account
 */
export const signOnEnds = ['in', 'half', 'refused', 'taken', 'unavailable'] as const;
export type SignOnEnd = (typeof signOnEnds)[number];

/** `POST provider` → `shownProvider`. `POST provider/end` ends it. `unavailable`: it does not answer as the one it should be. */
export const chosenProvider = v.strictObject({
  issuer,
  clientId,
  clientSecret: v.pipe(v.string(), v.minLength(8), v.maxLength(500)),
});
export type ChosenProvider = v.InferOutput<typeof chosenProvider>;
/** `GET provider`: never the secret. `back` is the address its administrator allows. */
export const shownProvider = v.strictObject({
  provider: v.nullable(v.strictObject({ issuer: v.string(), clientId: v.string() })),
  back: v.string(),
});
export type ShownProvider = v.InferOutput<typeof shownProvider>;
