// The tabs of one face that are on this node, by person; whoever is on another node is reached through the adapter.
import type { LineId, Person } from '@veille/domain';
import type { Namespace, Socket } from 'socket.io';
import { close } from '../platform/sockets/close.js';
import type { Hop, Told } from '../platform/sockets/hop.js';

export type Held = { readonly socket: Socket; readonly tab: number; readonly line: LineId };

type Newest = Pick<Held, 'tab' | 'line'>;

const NEWEST = 'tab.newest';
const CHANGED = 'pair.changed';
const LOOK = 'look.again';
const RECALL = 'line.recalled';

export class Tabs {
  readonly #held = new Map<string, Held>();
  readonly #hearers: ((person: string) => void)[] = [];
  readonly #lookers: ((person: string, first?: Told) => void)[] = [];
  readonly #recallers: ((line: LineId) => void)[] = [];
  #namespace: Namespace | undefined;
  /** How many tabs came to this node so far. */
  arrivals = 0;

  /** `role`: the ids of two roles may be alike, their channels are not. */
  constructor(
    private readonly hop: Hop,
    private readonly role: Person['role'],
  ) {}

  /** Called once, when the face's namespace exists. */
  open(namespace: Namespace): void {
    this.#namespace = namespace;
    namespace.on(NEWEST, (person: string, newest: Newest) => this.#closeOlder(person, newest));
    namespace.on(CHANGED, (person: string) => this.#hear(person));
    namespace.on(LOOK, (person: string, first?: Told) => {
      for (const looker of this.#lookers) looker(person, first);
    });
    namespace.on(RECALL, (line: LineId) => {
      for (const recaller of this.#recallers) recaller(line);
    });
  }

  /** This tab is the newest of its person. Older ones are told, and closed, on whatever node they are (PR3). */
  hold({ id }: Person, held: Held): void {
    // The same socket may be held again, under a new number: after a loss, or for another stay.
    if (this.#held.get(id)?.socket !== held.socket) this.#closeOlder(id, held);
    const { tab, line } = held;
    this.#namespace?.serverSideEmit(NEWEST, id, { tab, line } satisfies Newest);
    this.#held.set(id, held);
    this.arrivals += 1;
    this.hop.hear(this.#channel(id), (told) => this.#tellHere(id, told));
  }

  /** This tab, and not a newer one that may be held on the same socket. */
  release({ id }: Person, tab: number): void {
    if (this.#held.get(id)?.tab !== tab) return;
    this.#letGo(id);
  }

  here({ id }: Person): Held | undefined {
    return this.#held.get(id);
  }

  /** Whose tabs of this line are on this node. */
  idsOn(line: LineId): string[] {
    return [...this.#held].filter(([, held]) => held.line === line).map(([id]) => id);
  }

  /** Where anybody has a tab on this node. */
  get lines(): LineId[] {
    return [...new Set([...this.#held.values()].map(({ line }) => line))];
  }

  /** How many persons have their tab on this node. */
  get count(): number {
    return this.#held.size;
  }

  /** To every tab of this face and line on this node. */
  tellLine(line: LineId, { event, payload, volatile }: Told): void {
    for (const held of this.#held.values())
      if (held.line === line) (volatile ? held.socket.volatile : held.socket).emit(event, payload);
  }

  /** To the person's tab and to no other socket (S1): directly if it is here, through Redis only if it is not. */
  tell({ id }: Person, told: Told): void {
    if (!this.#tellHere(id, told)) this.hop.tell(this.#channel(id), told);
  }

  /** Tells every node that what it remembers of this person's pairing is over. */
  pairChanged({ id }: Person): void {
    this.#hear(id);
    this.#namespace?.serverSideEmit(CHANGED, id);
  }

  /**
   * Asks the node of this person's tab, which is not this one, to look where they are: it knows what it told them, and is
   * the only one that tells them, so that nothing overtakes anything. `first`: to be told before.
   */
  askToLook({ id }: Person, first?: Told): void {
    this.#namespace?.serverSideEmit(LOOK, id, ...(first ? [first] : []));
  }

  /** Every other node looks whom of its own it should call for help. */
  recall(line: LineId): void {
    this.#namespace?.serverSideEmit(RECALL, line);
  }

  whenRecalled(recaller: (line: LineId) => void): void {
    this.#recallers.push(recaller);
  }

  whenToLook(looker: (person: string, first?: Told) => void): void {
    this.#lookers.push(looker);
  }

  whenPairChanged(hearer: (person: string) => void): void {
    this.#hearers.push(hearer);
  }

  #hear(person: string): void {
    for (const hearer of this.#hearers) hearer(person);
  }

  /** Tabs are numbered by line: one that comes on another line is the newest, whatever its number (TN6). */
  #closeOlder(person: string, { tab, line }: Newest): void {
    const held = this.#held.get(person);
    if (!held || (held.line === line && held.tab >= tab)) return;
    this.#letGo(person);
    close(held.socket, 'another-tab');
  }

  #tellHere(id: string, { event, payload, volatile }: Told): boolean {
    const held = this.#held.get(id);
    if (held) (volatile ? held.socket.volatile : held.socket).emit(event, payload);
    return held !== undefined;
  }

  #letGo(id: string): void {
    this.#held.delete(id);
    this.hop.leave(this.#channel(id));
  }

  /** Made of an id the service itself gave, never of one that a page sent (S1). */
  #channel(id: string): string {
    return `veille#${this.role}#${id}`;
  }
}
