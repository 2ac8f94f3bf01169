// Closing the door to a network: asked by who hears, confirmed by somebody else, over by itself. Nobody is told which network.
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  type AssociationId,
  type CallerId,
  type ClosedNetwork,
  type Closure,
  closureLasts,
  type LineId,
  metFor,
  type Networks,
  stillStands,
} from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { closureChanged, closureNotTheirs, ownClosureConfirmed } from './closure.facts.js';
import { ClosureStore, type Hearing } from './closure.store.js';

/** Who does it, and in which association. */
type Doer = { readonly association: AssociationId; readonly account: AccountId };
type Did = 'network-closed' | 'network-opened';

@Injectable()
export class ClosureService {
  constructor(
    private readonly store: ClosureStore,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  /** For where the caller came from whom they hear or have just heard; `cannot-tell`: nobody knows it any more, or ever did. */
  async ask(
    { association, account: by }: Doer,
    hearing: Hearing,
  ): Promise<'asked' | 'closed' | 'cannot-tell'> {
    const network = await this.store.met(hearing);
    if (network === undefined) return 'cannot-tell';
    const now = this.clock.now();
    const { line } = hearing;
    const id = randomBytes(16).toString('base64url');
    const closure: Closure = { id, line, by, at: 'asked', until: now + closureLasts.asked, refused: 0 };
    const said = await this.store.ask({ association, network }, closure, now);
    if (said === 'asked') this.facts.state(closureChanged, { association, did: 'network-asked', by, line });
    return said === 'closed-already' ? 'closed' : 'asked';
  }

  async confirm(doer: Doer, id: string): Promise<'closed' | 'same-person' | 'gone'> {
    const { association, account: by } = doer;
    const found = await this.#find(association, id);
    if (!found) return this.#notTheirs(doer, id, 'network-closed');
    const { network, closure } = found;
    const said = await this.store.confirm({ association, network, id, by, now: this.clock.now() });
    if (said === 'same-person') this.facts.state(ownClosureConfirmed, { association, by });
    if (said === 'closed')
      this.facts.state(closureChanged, { association, did: 'network-closed', by, line: closure.line });
    return said;
  }

  /** Before its time; of one that was only asked, that it will not be. */
  async open(doer: Doer, id: string): Promise<'opened' | 'gone'> {
    const { association, account: by } = doer;
    const found = await this.#find(association, id);
    if (!found) return this.#notTheirs(doer, id, 'network-opened');
    const { network, closure } = found;
    const said = await this.store.open({ association, network }, id);
    if (said === 'opened')
      this.facts.state(closureChanged, { association, did: 'network-opened', by, line: closure.line });
    return said;
  }

  /** Those that stand, the soonest over first. */
  async of(association: AssociationId): Promise<Closure[]> {
    const standing = (await this.#standing(association)).map(({ closure }) => closure);
    return standing.sort((one, other) => one.until - other.until);
  }

  /** Whether a newcomer from there is turned away; where nothing is known of a network, never. */
  async turnsAway(association: AssociationId, networks: Networks): Promise<boolean> {
    return networks.length > 0 && this.store.turnsAway(association, networks, this.clock.now());
  }

  async note(line: LineId, caller: CallerId, [network]: Networks): Promise<void> {
    if (network !== undefined) await this.store.note(line, caller, network);
  }

  async meet(hearing: Hearing, caller: CallerId): Promise<void> {
    await this.store.meet(hearing, caller, metFor.during);
  }

  async part(hearing: Hearing): Promise<void> {
    await this.store.part(hearing, metFor.after);
  }

  async #find(association: AssociationId, id: string): Promise<ClosedNetwork | undefined> {
    return (await this.#standing(association)).find(({ closure }) => closure.id === id);
  }

  #notTheirs({ association, account: by }: Doer, id: string, did: Did): 'gone' {
    this.facts.state(closureNotTheirs, { association, by, did, id });
    return 'gone';
  }

  async #standing(association: AssociationId): Promise<ClosedNetwork[]> {
    const now = this.clock.now();
    return (await this.store.of(association)).filter(({ closure }) => stillStands(closure, now));
  }
}
