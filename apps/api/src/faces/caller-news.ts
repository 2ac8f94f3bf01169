// What a caller's page is told: where they are, read from the state each time something changed, and their ticket.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Caller, CallerId, LineId } from '@veille/domain';
import type { CallerIs, CallerTells, TellOf } from '@veille/shared';
import { Tickets } from '../access/tickets.js';
import {
  callerHandedOver,
  callerReturned,
  conversationEnded,
  conversationOpened,
  type EndedBy,
  peerChanged,
  silenceChanged,
} from '../conversation/conversation.facts.js';
import { callerChanged, callerLeft } from '../line/line.facts.js';
import { LineService } from '../line/line.service.js';
import { type Carried, Facts } from '../platform/facts.js';
import { CallerTabs } from './face-tabs.js';
import { CallerSight } from './caller-sight.js';
import { Turns } from './turns.js';

type Why = Extract<CallerIs, { at: 'gone' }>['why'];
const goneBecause: Record<EndedBy, Why> = {
  caller: 'you-ended',
  volunteer: 'listener-ended',
  'caller-lost': 'lost',
};

const leftBecause: Record<Carried<typeof callerLeft>['why'], Why> = {
  left: 'you-left',
  hopeless: 'you-left',
  lost: 'lost',
  'waited-too-long': 'waited-too-long',
};

@Injectable()
export class CallerNews implements OnModuleInit {
  readonly #turns = new Turns();

  constructor(
    private readonly lines: LineService,
    private readonly sight: CallerSight,
    private readonly tickets: Tickets,
    private readonly tabs: CallerTabs,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.facts.when(callerChanged, ({ line, caller }) => this.#lookAgain(line, caller));
    this.facts.when(conversationOpened, ({ line, caller }) => this.#pairChanged(line, caller));
    for (const waitsAgain of [callerReturned, callerHandedOver])
      this.facts.when(waitsAgain, ({ line, caller }) => this.#pairChanged(line, caller));
    this.facts.when(silenceChanged, ({ line, caller }) => this.#lookAgain(line, caller));
    this.facts.when(peerChanged, async ({ line, caller, who }) => {
      if (who === 'volunteer') await this.#pairChanged(line, caller);
    });
    this.facts.when(conversationEnded, ({ caller, by }) => this.#gone(caller, goneBecause[by]));
    this.facts.when(callerLeft, ({ caller, why }) => this.#gone(caller, leftBecause[why]));
  }

  /**
   * Where they are, and a ticket that remembers it: on joining, on coming back, and with every answered ping, so that
   * whatever telling was lost on its way, the page shows the truth within ten seconds (TL1).
   */
  look(line: LineId, id: CallerId): Promise<'here' | 'gone'> {
    return this.#turns.take(id, async () => {
      const caller = await this.lines.find(line, id);
      if (!caller) {
        this.#tellGone(id, 'lost');
        return 'gone';
      }
      await this.#tellWhere(line, caller);
      await this.#giveTicket(line, caller);
      return 'here';
    });
  }

  async #giveTicket(line: LineId, caller: Caller): Promise<void> {
    const ticket = await this.tickets.seal(this.sight.stayOf(line, caller));
    this.#tell(caller.id, 'caller.ticket', { ticket });
  }

  async #pairChanged(line: LineId, id: CallerId): Promise<void> {
    this.tabs.pairChanged({ role: 'caller', id });
    await this.#lookAgain(line, id);
  }

  #lookAgain(line: LineId, id: CallerId): Promise<void> {
    return this.#turns.take(id, async () => {
      const caller = await this.lines.find(line, id);
      if (caller) await this.#tellWhere(line, caller);
    });
  }

  async #tellWhere(line: LineId, caller: Caller): Promise<void> {
    const is = await this.sight.whereIs(line, caller);
    if (is) this.#tell(caller.id, 'caller.is', is);
  }

  #gone(id: CallerId, why: Why): Promise<void> {
    return this.#turns.take(id, async () => this.#tellGone(id, why));
  }

  #tellGone(id: CallerId, why: Why): void {
    this.tabs.pairChanged({ role: 'caller', id });
    this.#tell(id, 'caller.is', { at: 'gone', why });
  }

  #tell<E extends keyof CallerTells>(id: CallerId, event: E, payload: TellOf<CallerTells, E>): void {
    this.tabs.tell({ role: 'caller', id }, { event, payload });
  }
}
