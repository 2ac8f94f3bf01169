// Closures kept in this process for a test; what a caller's record would hold of their network stands beside it.
import {
  type AssociationId,
  type CallerId,
  type ClosedNetwork,
  type Closure,
  confirmed,
  type Instant,
  type LineId,
  type NetworkId,
  type Networks,
  stillStands,
} from '@veille/domain';
import {
  type Asking,
  ClosureStore,
  type Confirming,
  type Hearing,
} from '../../../src/network/closure.store.js';

const keyOf = ({ association, network }: Asking): string => `${association}/${network}`;
const metBy = ({ line, volunteer }: Hearing): string => `${line}/${volunteer}`;

export class ClosureMemoryStore extends ClosureStore {
  readonly #closures = new Map<string, Asking & { closure: Closure }>();
  readonly #from = new Map<string, NetworkId>();
  readonly #met = new Map<string, NetworkId>();

  async ask(asking: Asking, closure: Closure, now: Instant) {
    const known = this.#closures.get(keyOf(asking))?.closure;
    if (known && stillStands(known, now))
      return known.at === 'closed' ? ('closed-already' as const) : ('asked-already' as const);
    this.#closures.set(keyOf(asking), { ...asking, closure });
    return 'asked' as const;
  }

  async confirm({ id, by, now, ...asking }: Confirming) {
    const known = this.#closures.get(keyOf(asking))?.closure;
    const closed = confirmed(known?.id === id ? known : undefined, { by, now });
    if (typeof closed === 'string') return closed;
    this.#closures.set(keyOf(asking), { ...asking, closure: closed });
    return 'closed' as const;
  }

  async open(asking: Asking, id: string): Promise<'opened' | 'gone'> {
    if (this.#closures.get(keyOf(asking))?.closure.id !== id) return 'gone';
    this.#closures.delete(keyOf(asking));
    return 'opened';
  }

  async of(association: AssociationId): Promise<ClosedNetwork[]> {
    return [...this.#closures.values()].filter((one) => one.association === association);
  }

  async turnsAway(association: AssociationId, networks: Networks, now: Instant): Promise<boolean> {
    for (const network of networks) {
      const one = this.#closures.get(keyOf({ association, network }));
      if (one?.closure.at !== 'closed' || !stillStands(one.closure, now)) continue;
      one.closure = { ...one.closure, refused: one.closure.refused + 1 };
      return true;
    }
    return false;
  }

  async note(line: LineId, caller: CallerId, network: NetworkId): Promise<void> {
    this.#from.set(`${line}/${caller}`, network);
  }

  async meet(hearing: Hearing, caller: CallerId): Promise<void> {
    const network = this.#from.get(`${hearing.line}/${caller}`);
    if (network === undefined) this.#met.delete(metBy(hearing));
    else this.#met.set(metBy(hearing), network);
  }

  async part(): Promise<void> {}

  async met(hearing: Hearing): Promise<NetworkId | undefined> {
    return this.#met.get(metBy(hearing));
  }
}
