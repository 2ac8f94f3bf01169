// The port of networks: the keys they are named under, in a store without a disk, and how many came from each lately.
import type { Duration, Instant, NetworkId, Rate, Turning } from '@veille/domain';

/** Nest's token for the half of every key that the nodes hold themselves, and the live store does not. */
export const HOUSE_HALF = Symbol('the half of a network key that is in no live store');

export type Coming = { readonly what: Turning; readonly network: NetworkId };

export abstract class NetworkStore {
  /** Keeps this half for the key of a period, unless there is one: of many nodes at once, the first one's is everybody's. */
  abstract keep(period: number, half: string, lasts: Duration): Promise<void>;
  /** The halves of these periods, as far as they are kept. */
  abstract halves(periods: readonly number[]): Promise<(string | undefined)[]>;
  /** One more comes: at once, after a wait in milliseconds, or not now, which counts nothing. */
  abstract take(coming: Coming, rate: Rate, now: Instant): Promise<{ wait: Duration } | 'too-fast'>;
}
