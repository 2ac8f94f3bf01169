// The lease of a tab on this node: taken on arrival, renewed while the page answers, dropped when the socket closes.
import { Injectable } from '@nestjs/common';
import type { LineId, Person, Tab } from '@veille/domain';
import type { Socket } from 'socket.io';
import { reported } from '../platform/log/log.js';
import { close } from '../platform/sockets/close.js';
import { PresenceService } from '../presence/presence.service.js';
import { CallerTabs, ListenTabs } from './face-tabs.js';
import { listenToHeart } from './heartbeat.js';
import type { Tabs } from './tabs.js';

export type Lease = { readonly tab: number; end(): void };
type Hold = {
  readonly line: LineId;
  readonly person: Person;
  readonly socket: Socket;
  readonly renewed?: () => Promise<void>;
};

@Injectable()
export class Leases {
  readonly #held = new Map<Socket, () => Promise<void>>();

  constructor(
    private readonly presence: PresenceService,
    private readonly callers: CallerTabs,
    private readonly listeners: ListenTabs,
  ) {}

  /** The socket becomes the newest tab of its person; whoever was before is told and closed. */
  async hold({ line, person, socket, renewed }: Hold): Promise<Lease> {
    const { tab } = await this.presence.arrive(line, person);
    const tabs = this.#tabsOf(person);
    const mine: Tab = { person, tab };
    const letGo = () => this.#letGo(line, mine, socket);
    const drop = () => void letGo().catch(reported('a tab that closed could not be written down'));
    const stop = listenToHeart(socket, {
      answered: () => this.#renew({ line, mine, socket, tabs, renewed }),
      silent: () => socket.disconnect(true),
    });
    tabs.hold(person, { socket, tab });
    this.#held.set(socket, letGo);
    socket.once('disconnect', drop);
    if (!socket.connected) drop();
    const end = () => {
      stop();
      socket.off('disconnect', drop);
      this.#held.delete(socket);
      tabs.release(person, socket);
    };
    return { tab, end };
  }

  /** This node ends: every tab is told to come back elsewhere, and its grace begins now and not when its lease ends. */
  async endAll(): Promise<void> {
    const held = [...this.#held];
    await Promise.allSettled(held.map(([, letGo]) => letGo()));
    for (const [socket] of held) close(socket, 'restarting');
  }

  async #letGo(line: LineId, mine: Tab, socket: Socket): Promise<void> {
    if (!this.#held.delete(socket)) return;
    this.#tabsOf(mine.person).release(mine.person, socket);
    await this.presence.drop(line, mine);
  }

  #tabsOf({ role }: Person): Tabs {
    return role === 'caller' ? this.callers : this.listeners;
  }

  async #renew(lease: {
    line: LineId;
    mine: Tab;
    socket: Socket;
    tabs: Tabs;
    renewed: Hold['renewed'];
  }): Promise<void> {
    const { line, mine, socket, tabs, renewed } = lease;
    const said = await this.presence.renew(line, mine);
    if (said === 'not-yours') return close(socket, 'another-tab');
    if (said === 'unknown') return tabs.release(mine.person, socket);
    await renewed?.();
  }
}
