// What a caller's page is told: where they are, read from the state each time something changed, and their ticket.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Caller, CallerId, LineId } from '@veille/domain';
import type { CallerIs, CallerTells, TellOf } from '@veille/shared';
import { Tickets } from '../access/tickets.js';
import {
  callerReturned,
  conversationEnded,
  conversationOpened,
  type EndedBy,
  peerChanged,
} from '../conversation/conversation.facts.js';
import { callerLeft } from '../line/line.facts.js';
import { LineService } from '../line/line.service.js';
import { Facts } from '../platform/facts.js';
import { CallerTabs } from './face-tabs.js';
import { PeerSight } from './peer-sight.js';

type Why = Extract<CallerIs, { at: 'gone' }>['why'];
const goneBecause: Record<EndedBy, Why> = {
  caller: 'you-ended',
  volunteer: 'listener-ended',
  'caller-lost': 'lost',
};

@Injectable()
export class CallerNews implements OnModuleInit {
  constructor(
    private readonly lines: LineService,
    private readonly sight: PeerSight,
    private readonly tickets: Tickets,
    private readonly tabs: CallerTabs,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.facts.when(conversationOpened, ({ line, caller }) => this.#pairChanged(line, caller));
    this.facts.when(callerReturned, ({ line, caller }) => this.#pairChanged(line, caller));
    this.facts.when(peerChanged, async ({ line, caller, who }) => {
      if (who === 'volunteer') await this.#pairChanged(line, caller);
    });
    this.facts.when(conversationEnded, ({ caller, by }) => this.#gone(caller, goneBecause[by]));
    this.facts.when(callerLeft, ({ caller, why }) =>
      this.#gone(caller, why === 'lost' ? 'lost' : 'you-left'),
    );
  }

  /** Told on joining and on coming back: a ticket, and where they are. */
  async welcome(line: LineId, id: CallerId): Promise<void> {
    const caller = await this.lines.find(line, id);
    if (!caller) return this.#gone(id, 'lost');
    await this.#giveTicket(line, caller);
    await this.#tellWhere(line, caller);
  }

  async renewTicket(line: LineId, id: CallerId): Promise<void> {
    const caller = await this.lines.find(line, id);
    if (caller) await this.#giveTicket(line, caller);
  }

  async #giveTicket(line: LineId, { id, place, joinedAt }: Caller): Promise<void> {
    const ticket = await this.tickets.seal({ line, caller: id, place, joinedAt });
    this.#tell(id, 'caller.ticket', { ticket });
  }

  async #pairChanged(line: LineId, id: CallerId): Promise<void> {
    this.tabs.pairChanged({ role: 'caller', id });
    const caller = await this.lines.find(line, id);
    if (caller) await this.#tellWhere(line, caller);
  }

  async #tellWhere(line: LineId, caller: Caller): Promise<void> {
    const is = await this.#whereIs(line, caller);
    if (is) this.#tell(caller.id, 'caller.is', is);
  }

  /** An offer changes nothing for the caller: they wait, at their place, until somebody has said yes. */
  async #whereIs(line: LineId, caller: Caller): Promise<CallerIs | undefined> {
    const { id, since } = caller;
    if (caller.at === 'talking') return this.sight.talking(line, { role: 'caller', id }, caller.conversation);
    const place = await this.lines.rankOf(line, id);
    return place === 'not-in-line' ? undefined : { at: 'waiting', place, since };
  }

  #gone(id: CallerId, why: Why): void {
    this.tabs.pairChanged({ role: 'caller', id });
    this.#tell(id, 'caller.is', { at: 'gone', why });
  }

  #tell<E extends keyof CallerTells>(id: CallerId, event: E, payload: TellOf<CallerTells, E>): void {
    this.tabs.tell({ role: 'caller', id }, { event, payload });
  }
}
