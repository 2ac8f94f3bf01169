// The port of enrolments under way: what the service waits for from the one session that began it.
import type { AccountId, Duration } from '@veille/domain';

/** `sealed`: the new secret. `challenge`: what the new passkey signs. `replaces`: the present factor, which was given. */
export type Enrolment = { readonly account: AccountId; readonly replaces: boolean } & (
  | { readonly kind: 'totp'; readonly id: string; readonly sealed: string }
  | { readonly kind: 'passkey'; readonly challenge: string }
);

export abstract class EnrolmentStore {
  /** In place of the one before, of this session. Forgotten by itself after `keptFor`. */
  abstract keep(session: string, enrolment: Enrolment, keptFor: Duration): Promise<void>;
  abstract find(session: string): Promise<Enrolment | undefined>;
  /** Of many who end it at once, one is told so. */
  abstract end(session: string): Promise<'ended' | 'over'>;
}
