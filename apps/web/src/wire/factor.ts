// The second factor over HTTP: asked for, given, enrolled.
import { enrolled, factorHeld, halfway, totpOffer, who } from '@veille/shared';
import type { confirm, Proof } from '@veille/shared';
import type * as v from 'valibot';
import { request } from './access.js';
import { toMake, toSign } from './passkey.js';

const under = 'factor' as const;
const asking = (kind: 'totp' | 'passkey', proof: Proof | undefined) => ({ kind, ...(proof && { proof }) });

export const factor = {
  held: () => request({ under, path: '', answer: factorHeld }),
  /** Which factor is asked for, where the way in went by another page than ours. */
  half: () => request({ under, path: 'half', answer: halfway }),
  challenge: () => request({ under, path: 'challenge', body: {}, answer: toSign }),
  prove: (proof: Proof) => request({ under, path: 'prove', body: { proof }, answer: who }),
  again: () => request({ under, path: 'again', body: {}, answer: halfway }),
  offerApp: (proof?: Proof) =>
    request({ under, path: 'enrol', body: asking('totp', proof), answer: totpOffer }),
  offerPasskey: (proof?: Proof) =>
    request({ under, path: 'enrol', body: asking('passkey', proof), answer: toMake }),
  renewCodes: (proof: Proof) => request({ under, path: 'codes', body: { proof }, answer: enrolled }),
  confirm: (body: v.InferOutput<typeof confirm>) =>
    request({ under, path: 'confirm', body, answer: enrolled }),
};
