// The HTTP words of the second factor: giving one, enrolling one, and the codes for the day it is lost. Under `/api/factor`.
import * as v from 'valibot';
import { entersBy, presentPassword } from './access.js';

export const factorKinds = ['passkey', 'totp'] as const;
export const factorKind = v.picklist(factorKinds);
export type FactorKind = v.InferOutput<typeof factorKind>;

/** What WebAuthn gives as JSON; a page sends no more of it than is looked at. */
const encoded = v.pipe(v.string(), v.maxLength(3_000), v.regex(/^[A-Za-z0-9_-]+$/));
const credential = {
  id: encoded,
  rawId: encoded,
  type: v.literal('public-key'),
  clientExtensionResults: v.strictObject({}),
};
export const newPasskey = v.strictObject({
  ...credential,
  response: v.strictObject({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: v.array(v.pipe(v.string(), v.maxLength(20))),
  }),
});
export type NewPasskey = v.InferOutput<typeof newPasskey>;
export const passkeyAnswer = v.strictObject({
  ...credential,
  response: v.strictObject({ clientDataJSON: encoded, authenticatorData: encoded, signature: encoded }),
});
export type PasskeyAnswer = v.InferOutput<typeof passkeyAnswer>;

/** Six digits, written as an app shows them or without the space. */
export const totpCode = v.pipe(
  v.string(),
  v.maxLength(10),
  v.transform((written) => written.replace(/\s/g, '')),
  v.regex(/^\d{6}$/),
);
/** 80 random bits in base32 (RFC 4648), however they are spaced. */
export const recoveryCode = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((written) => written.replace(/[\s-]/g, '').toUpperCase()),
  v.regex(/^[A-Z2-7]{16}$/),
);

/** One of the three ways to show that it is oneself. */
export const proof = v.union([
  v.strictObject({ code: totpCode }),
  v.strictObject({ recovery: recoveryCode }),
  v.strictObject({ passkey: passkeyAnswer }),
]);
export type Proof = v.InferOutput<typeof proof>;

/** `POST /api/access/sign-in` of an account with a factor: the half session is a cookie, and this is asked for next. */
export const halfway = v.strictObject({ prove: factorKind });
export type Halfway = v.InferOutput<typeof halfway>;

/** WebAuthn's own options: made by one library, read by its other half. */
export const passkeyOptions = v.strictObject({ options: v.looseObject({ challenge: v.string() }) });
export type PasskeyOptions = v.InferOutput<typeof passkeyOptions>;

/** `GET /api/factor` → `factorHeld`. No `kind`: none is enrolled yet. */
export const factorHeld = v.strictObject({
  kind: v.exactOptional(factorKind),
  recoveryLeft: v.pipe(v.number(), v.safeInteger()),
  entersBy,
});
export type FactorHeld = v.InferOutput<typeof factorHeld>;

/** `POST prove` with the half session → `who` and the session cookie. `POST challenge` before a passkey → `passkeyOptions`. */
export const prove = v.strictObject({ proof });

/**
 * `POST again`, signed in: a half session, to give the present factor before it is replaced → `halfway`.
 * `POST enrol` → `totpOffer` or `passkeyOptions`. `proof`: of the present factor, where there is one; `password`: before a first one,
 * by whoever is in already.
 */
export const enrol = v.strictObject({
  kind: factorKind,
  proof: v.exactOptional(proof),
  password: v.exactOptional(presentPassword),
});
/** `secret` in base32, to be typed where the picture of `uri` cannot be taken. Neither is told again. */
export const totpOffer = v.strictObject({ secret: v.string(), uri: v.string() });
export type TotpOffer = v.InferOutput<typeof totpOffer>;

/** `POST codes`, signed in and after `again` → `enrolled`: other recovery codes, by who gives the present factor. */
export const renewCodes = v.strictObject({ proof });

/** `POST confirm` → `enrolled`, and another session cookie. The codes are told this once. */
export const confirm = v.union([v.strictObject({ code: totpCode }), v.strictObject({ passkey: newPasskey })]);
export const enrolled = v.strictObject({ recovery: v.array(v.string()) });
export type Enrolled = v.InferOutput<typeof enrolled>;
