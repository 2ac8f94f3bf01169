// The port of closures: the networks the door is closed to, or is asked to be, by association; in a store without a disk.
import type {
  AccountId,
  AssociationId,
  CallerId,
  ClosedNetwork,
  Closure,
  Duration,
  Instant,
  LineId,
  NetworkId,
  Networks,
  VolunteerId,
} from '@veille/domain';

export type Asking = { readonly association: AssociationId; readonly network: NetworkId };
export type Confirming = Asking & { readonly id: string; readonly by: AccountId; readonly now: Instant };
export type Hearing = { readonly line: LineId; readonly volunteer: VolunteerId };

export abstract class ClosureStore {
  abstract ask(
    asking: Asking,
    closure: Closure,
    now: Instant,
  ): Promise<'asked' | 'asked-already' | 'closed-already'>;
  abstract confirm(confirming: Confirming): Promise<'closed' | 'same-person' | 'gone'>;
  /** Closed or only asked: it is over. */
  abstract open(asking: Asking, id: string): Promise<'opened' | 'gone'>;
  /** Those that stand, and perhaps some that are over. */
  abstract of(association: AssociationId): Promise<ClosedNetwork[]>;
  /** Whether the door is closed to who comes from there, by any of its names; who is turned away is counted. */
  abstract turnsAway(association: AssociationId, networks: Networks, now: Instant): Promise<boolean>;

  /** From where a caller who is there came; gone with them. */
  abstract note(line: LineId, caller: CallerId, network: NetworkId): Promise<void>;
  /** From where the caller came whom this volunteer begins to hear, if anybody knows. */
  abstract meet(hearing: Hearing, caller: CallerId, lasts: Duration): Promise<void>;
  /** They part: it is known for so long, and no longer. */
  abstract part(hearing: Hearing, lasts: Duration): Promise<void>;
  abstract met(hearing: Hearing): Promise<NetworkId | undefined>;
}
