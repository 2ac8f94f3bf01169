// The second factor over HTTP: asked for, given, enrolled.
import { enrolled, factorHeld, halfway, totpOffer, who } from '@veille/shared';
import type { confirm, Proof } from '@veille/shared';
import type * as v from 'valibot';
import { request } from './access.js';
import { toMake, toSign } from './passkey.js';

const under = 'factor' as const;
/** What a new factor takes from who is in: the present one, or the password where there is none. */
export type Shown = { readonly proof: Proof } | { readonly password: string };

export const factor = {
  held: () => request({ under, path: '', answer: factorHeld }),
  /** Which factor is asked for, where the way in went by another page than ours. */
  half: () => request({ under, path: 'half', answer: halfway }),
  challenge: () => request({ under, path: 'challenge', body: {}, answer: toSign }),
  prove: (proof: Proof) => request({ under, path: 'prove', body: { proof }, answer: who }),
  again: () => request({ under, path: 'again', body: {}, answer: halfway }),
  offerApp: (shown?: Shown) =>
    request({ under, path: 'enrol', body: { kind: 'totp', ...shown }, answer: totpOffer }),
  offerPasskey: (shown?: Shown) =>
    request({ under, path: 'enrol', body: { kind: 'passkey', ...shown }, answer: toMake }),
  renewCodes: (proof: Proof) => request({ under, path: 'codes', body: { proof }, answer: enrolled }),
  confirm: (body: v.InferOutput<typeof confirm>) =>
    request({ under, path: 'confirm', body, answer: enrolled }),
};
