// The port of PINs: each is of one account at one device, and is gone after a few wrong ones in a row.
import type { AccountId, Duration } from '@veille/domain';

export type PinAt = { readonly account: AccountId; readonly device: string };
/** `isLast`: if it is wrong, the PIN is to be dropped. */
export type PinTry = { readonly sealed: string; readonly isLast: boolean };

export abstract class PinStore {
  /** In place of the one before. Forgotten by itself when none of the account's is used for `keptFor`. */
  abstract choose(at: PinAt, sealed: string, keptFor: Duration): Promise<void>;
  /** Counts the try as wrong before it is judged: of a hundred at once, `most` are. */
  abstract try(at: PinAt, most: number): Promise<PinTry | 'none'>;
  /** Nobody looked at it: it does not count. */
  abstract wasNotJudged(at: PinAt): Promise<void>;
  /** The wrong ones before it are forgotten. A PIN that was dropped meanwhile stays dropped. */
  abstract wasRight(at: PinAt, keptFor: Duration): Promise<void>;
  abstract has(at: PinAt): Promise<boolean>;
  abstract drop(at: PinAt): Promise<'dropped' | 'nothing-to-do'>;
  /** At every device. */
  abstract dropAll(account: AccountId): Promise<'dropped' | 'nothing-to-do'>;
}
