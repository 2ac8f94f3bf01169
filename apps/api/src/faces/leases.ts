// The lease of a tab on this node: taken on arrival, renewed while the page answers, dropped when the socket closes.
import { Injectable } from '@nestjs/common';
import type { LineId, Person, Tab } from '@veille/domain';
import type { Socket } from 'socket.io';
import { reported } from '../platform/log/log.js';
import { close } from '../platform/sockets/close.js';
import { PresenceService } from '../presence/presence.service.js';
import { CallerTabs, ListenTabs } from './face-tabs.js';
import { listenToHeart, type Ping, type Truth } from './heartbeat.js';
import { Memories } from './memories.js';
import type { Tabs } from './tabs.js';

export type Lease = { readonly tab: number; end(): void };
type Hold = {
  readonly line: LineId;
  readonly person: Person;
  readonly socket: Socket;
  /** The page is told again where it stands: */
  readonly look: () => Promise<void>;
  /** with a ping, when that is known by then. */
  readonly ping: (ping: Ping) => Promise<void>;
  /** The store knows nothing of this tab any more: its stay is over, or the store was lost. */
  readonly forgotten: () => Promise<void>;
};
type Held = Hold & { readonly tab: number; readonly tabs: Tabs; readonly end: () => void };

@Injectable()
export class Leases {
  readonly #held = new Set<Held>();
  readonly #comingBack = new Map<Held, Promise<void>>();

  constructor(
    private readonly presence: PresenceService,
    private readonly callers: CallerTabs,
    private readonly listeners: ListenTabs,
    private readonly memories: Memories,
  ) {}

  /** The socket becomes the newest tab of its person; whoever was before is told and closed. */
  async hold(hold: Hold): Promise<Lease> {
    const { line, person, socket } = hold;
    const rhythm = () => this.presence.rhythm(line);
    const first = await rhythm();
    const { tab } = await this.presence.arrive(line, person);
    const tabs = person.role === 'caller' ? this.callers : this.listeners;
    const held: Held = { ...hold, tab, tabs, end: () => end() };
    const drop = () => void this.#letGo(held).catch(reported('a tab that closed could not be written down'));
    const stop = listenToHeart(socket, {
      first,
      rhythm,
      tells: hold.ping,
      answered: (truth) => this.#renew(held, truth),
      silent: () => socket.disconnect(true),
    });
    const end = () => {
      stop();
      socket.off('disconnect', drop);
      this.#held.delete(held);
      tabs.release(person, tab);
      if (!tabs.here(person)) this.memories.forget(person);
    };
    this.#held.add(held);
    tabs.hold(person, { socket, tab, line });
    socket.once('disconnect', drop);
    if (!socket.connected) drop();
    // A newer tab may have arrived on another node before this one was held, and called for nobody.
    else if ((await this.presence.tabOf(line, person)) > tab) close(socket, 'another-tab');
    return { tab, end };
  }

  /** This node ends: every tab is told to come back elsewhere, and its grace begins now and not when its lease ends. */
  async endAll(): Promise<void> {
    const held = [...this.#held];
    await Promise.allSettled(held.map((one) => this.#letGo(one)));
    for (const { socket } of held) close(socket, 'restarting');
  }

  /** The store was lost: everybody of this line whose tab is here is put back, in the order in which they came here. */
  async comeBack(line: LineId, epoch: string): Promise<void> {
    for (const held of [...this.#held])
      if (held.line === line && this.memories.isOfAnother(epoch, held.person)) await this.#comesBack(held);
  }

  /** Where anybody has a tab on this node. */
  get lines(): Set<LineId> {
    return new Set([...this.#held].map(({ line }) => line));
  }

  /** Everybody of this line whose tab is here is told where they stand. */
  async tellAgain(line: LineId): Promise<void> {
    for (const held of [...this.#held]) if (held.line === line && this.#held.has(held)) await held.look();
  }

  async #letGo(held: Held): Promise<void> {
    if (!this.#held.has(held)) return;
    held.end();
    await this.presence.drop(held.line, { person: held.person, tab: held.tab });
  }

  async #renew(held: Held, { is }: Truth): Promise<void> {
    const mine: Tab = { person: held.person, tab: held.tab };
    const said = await this.presence.renew(held.line, mine);
    if (said === 'not-yours') return close(held.socket, 'another-tab');
    if (said === 'renewed') return is ? undefined : held.look();
    await this.#comesBack(held);
  }

  /** As this node remembers them, if the store was lost; if it was not, their stay is over. */
  #comesBack(held: Held): Promise<void> {
    const known = this.#comingBack.get(held);
    if (known) return known;
    const coming = this.#putBack(held).finally(() => this.#comingBack.delete(held));
    this.#comingBack.set(held, coming);
    return coming;
  }

  async #putBack(held: Held): Promise<void> {
    if (!this.#held.has(held)) return;
    await this.memories.comesBack(held.line, held.person);
    // Told before it is let go: the tab is still the one to be told.
    await held.forgotten();
    held.end();
  }
}
