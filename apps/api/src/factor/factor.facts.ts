// What happened to somebody's second factor: told to whoever keeps the audit, with nothing that opens anything.
import type { AccountId, FactorKind } from '@veille/domain';
import { fact } from '../platform/facts.js';

/** `replaced`: one was there before, and was given first. */
export const factorEnrolled = fact<{ account: AccountId; kind: FactorKind; replaced: boolean }>();
/** Something that was no proof: wrong, late, used before, made elsewhere. Nothing was changed. */
export const factorRefused = fact<{ account: AccountId; why: 'wrong' | 'too-fast' }>();
export const recoveryCodeUsed = fact<{ account: AccountId; left: number }>();
/** By their owner, in place of those before. */
export const recoveryCodesMade = fact<{ account: AccountId }>();
/** Somebody coordinates, and this account begins anew. */
export const factorRemoved = fact<{ account: AccountId }>();
