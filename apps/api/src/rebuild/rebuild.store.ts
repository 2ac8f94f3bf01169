// The port of rebuilding: what the live store says of its own life, and who is put back into it after a loss.
import type { Epoch, Instant, LineId, LiveLine, Person, Remembered, Returning } from '@veille/domain';

/** Nest's token: `true` where no ticket was ever given when this node began, and nobody is to come back. */
export const NO_TICKET_YET = Symbol('no ticket was ever given');

export type EpochSeen = Pick<Epoch, 'name' | 'began' | 'settles'>;
export type NextEpoch = { readonly name: string; readonly now: Instant; readonly settles: Instant };
/** `keepFor`: how long what was put back is remembered, so that no older ticket puts it back again. */
export type Rebuilding = {
  readonly now: Instant;
  readonly breatherUntil: Instant;
  readonly keepFor: number;
};

export abstract class RebuildStore {
  /** The epoch the store is in; one that was lost begins the next, under this name. */
  abstract epoch(line: LineId, next: NextEpoch): Promise<EpochSeen>;
  /** One reading of this person, and of whoever they talk with, and of nobody else: the line as it is for them. */
  abstract see(line: LineId, person: Person): Promise<LiveLine>;
  /** Puts them back, with whom they talked, if the store was lost since and they have not gone since. */
  abstract putBack(line: LineId, memory: Remembered, when: Rebuilding): Promise<Returning>;
  /** They were over at `asOf`: no older memory puts them back. */
  abstract remainsOver(
    line: LineId,
    person: Person,
    when: Rebuilding & { asOf: Instant },
  ): Promise<'over' | 'here'>;
}
