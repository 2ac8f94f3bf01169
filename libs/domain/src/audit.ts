// The staff audit: who did what to which account or setting, and when. Nothing in it is about a caller or a call.
import type { AccountId, AssociationId } from './ids.js';
import { type Duration, hours, type Instant } from './time.js';

/** What is written down, in the words of the journal. */
export const audited = [
  'account-made',
  'signed-in',
  'sign-in-refused',
  'link-refused',
  'factor-enrolled',
  'factor-replaced',
  'factor-refused',
  'factor-removed',
  'recovery-code-used',
  'recovery-codes-made',
  'sessions-ended',
  'invited',
  'suspended',
  'restored',
  'removed',
  'reset',
  'password-chosen',
  'role-changed',
  'device-code-made',
  'device-registered',
  'device-ended',
  'pin-chosen',
  'pin-refused',
  'pin-dropped',
  'reach-refused',
  'settings-changed',
  'mode-changed',
  'association-founded',
  'line-added',
  'post-added',
  'line-proposed',
  'proposal-taken-back',
  'agreed',
  'agreement-ended',
  'network-asked',
  'network-closed',
  'network-opened',
  'disclosed',
  'exported',
] as const;
export type Audited = (typeof audited)[number];

/**
 * One deed. `by`: whoever did it; nobody, for a stranger or for the operator at the machine. `to`: the account it was done to.
 * `of`: the line or post it is about. `what`: the words it needs: a role, a mode, names of settings; never a text.
 */
export type AuditEntry = {
  readonly did: Audited;
  readonly by?: AccountId;
  readonly to?: AccountId;
  readonly of?: string;
  readonly what?: readonly string[];
};
export type AuditRecord = AuditEntry & { readonly number: number; readonly at: Instant };

/** What carries a deed up to where it is written: a fact of a lower noun, too. */
export type Deeded = { readonly association: AssociationId; readonly entry: AuditEntry };

export const auditKeptFor: Duration = hours(24) * 365;
/** From here on a record is to be forgotten (AU4). */
export const isOfTheYear = ({ at }: Pick<AuditRecord, 'at'>, now: Instant): boolean =>
  now - at < auditKeptFor;

/** What strangers can cause is written at most once in this time for each thing it is about, and so many times in all (AU5). */
export const seldom = { every: hours(1), inAll: 30 } as const;
