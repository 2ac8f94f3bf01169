// Closing the door to a network from which a line is abused: a volunteer asks, somebody else who coordinates confirms, and it
// ends by itself. Many people share a network, so it is short, and whoever is turned away is told where to turn.
import type { AccountId, LineId, NetworkId } from './ids.js';
import { type Duration, hours, type Instant, minutes } from './time.js';

export type Closure = {
  readonly id: string;
  readonly line: LineId;
  /** Who asked. */
  readonly by: AccountId;
  readonly at: 'asked' | 'closed';
  readonly until: Instant;
  /** How many were turned away. */
  readonly refused: number;
};

/** An asking nobody confirmed is over, and so is a closing (CN2, CN4). */
export const closureLasts = { asked: minutes(15), closed: minutes(30) } as const;

/** From where somebody came whom a volunteer hears, or has just heard, is known so long at most (CN1). */
export const metFor: { readonly during: Duration; readonly after: Duration } = {
  during: hours(3),
  after: minutes(10),
};

export const stillStands = ({ until }: Pick<Closure, 'until'>, now: Instant): boolean => now < until;

/** Two persons, always: who asked cannot confirm, whoever they are (CN2). */
export function confirmed(
  closure: Closure | undefined,
  { by, now }: { by: AccountId; now: Instant },
): Closure | 'gone' | 'same-person' {
  if (!closure || closure.at !== 'asked' || !stillStands(closure, now)) return 'gone';
  return closure.by === by
    ? 'same-person'
    : { ...closure, at: 'closed', until: now + closureLasts.closed, refused: 0 };
}

export type ClosedNetwork = { readonly network: NetworkId; readonly closure: Closure };
