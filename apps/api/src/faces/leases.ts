// The lease of a tab on this node: taken on arrival, renewed while the page answers, dropped when the socket closes.
import { Injectable } from '@nestjs/common';
import type { LineId, Person, Tab } from '@veille/domain';
import type { Socket } from 'socket.io';
import { reported } from '../platform/log/log.js';
import { PresenceService } from '../presence/presence.service.js';
import { CallerTabs, ListenTabs } from './face-tabs.js';
import { listenToHeart } from './heartbeat.js';
import { close, type Tabs } from './tabs.js';

export type Lease = { readonly tab: number; end(): void };
type Hold = {
  readonly line: LineId;
  readonly person: Person;
  readonly socket: Socket;
  readonly renewed?: () => Promise<void>;
};

@Injectable()
export class Leases {
  constructor(
    private readonly presence: PresenceService,
    private readonly callers: CallerTabs,
    private readonly listeners: ListenTabs,
  ) {}

  /** The socket becomes the newest tab of its person; whoever was before is told and closed. */
  async hold({ line, person, socket, renewed }: Hold): Promise<Lease> {
    const { tab } = await this.presence.arrive(line, person);
    const tabs = person.role === 'caller' ? this.callers : this.listeners;
    const mine: Tab = { person, tab };
    const drop = () => {
      tabs.release(person, socket);
      void this.presence.drop(line, mine).catch(reported('a tab that closed could not be written down'));
    };
    const stop = listenToHeart(socket, {
      answered: () => this.#renew({ line, mine, socket, tabs, renewed }),
      silent: () => socket.disconnect(true),
    });
    tabs.hold(person, { socket, tab });
    socket.once('disconnect', drop);
    if (!socket.connected) drop();
    const end = () => {
      stop();
      socket.off('disconnect', drop);
      tabs.release(person, socket);
    };
    return { tab, end };
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
