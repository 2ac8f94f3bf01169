// What a caller's page is told: where they are, read from the state each time something changed, and their ticket.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CallerId, callerId, type LineId } from '@veille/domain';
import type { CallerIs, CallerTells, TellOf } from '@veille/shared';
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
import { type Carried, Facts } from '../platform/facts.js';
import { reported } from '../platform/log/log.js';
import type { Sight } from '../rebuild/rebuild.service.js';
import { CallerTabs } from './face-tabs.js';
import { CallerSight } from './caller-sight.js';
import type { Ping } from './heartbeat.js';
import { Memories } from './memories.js';
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

type Telling = { readonly ticket: (sight: Sight) => Promise<void>; readonly is: (is: CallerIs) => void };

@Injectable()
export class CallerNews implements OnModuleInit {
  readonly #turns = new Turns();
  readonly #toRemember = new Set<CallerId>();
  /** Whose state is being read, as long as nothing is known to have changed since. */
  readonly #looking = new Set<CallerId>();

  constructor(
    private readonly sight: CallerSight,
    private readonly memories: Memories,
    private readonly tabs: CallerTabs,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    // Whoever changed the pair, on whatever node: what this node remembers of its own callers is never of before.
    this.tabs.whenPairChanged((raw) => {
      this.#looking.delete(callerId(raw));
      this.#remembersAgain(callerId(raw));
    });
    this.tabs.whenToLook((raw) => this.#looksForAnother(callerId(raw)));
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
   * Where they are, and a ticket that remembers it: on joining, on coming back, and with every ping, so that whatever telling
   * was lost on its way, the page shows the truth within ten seconds (TL1).
   */
  look(line: LineId, id: CallerId): Promise<'here' | 'gone'> {
    return this.#turns.take(id, async () => {
      const where = await this.#tellWhere(line, id, {
        ticket: (sight) => this.#giveTicket(line, id, sight),
        is: (is) => this.#tell(id, 'caller.is', is),
      });
      if (where === 'gone') this.#tellGone(id, 'lost');
      return where;
    });
  }

  /** The same, borne by a ping; who cannot be found is asked all the same, and the renewal knows why. */
  async ping(line: LineId, id: CallerId, ping: Ping): Promise<void> {
    await this.#turns.take(id, async () => {
      let ticket: string | undefined;
      await this.#tellWhere(line, id, {
        ticket: async (sight) => void (ticket = await this.#ticketFrom(line, id, sight)),
        is: (is) => ping({ ...(ticket && { ticket }), is }),
      });
    });
  }

  async #giveTicket(line: LineId, id: CallerId, sight: Sight): Promise<void> {
    const ticket = await this.#ticketFrom(line, id, sight);
    if (ticket) this.#tell(id, 'caller.ticket', { ticket });
  }

  #ticketFrom(line: LineId, id: CallerId, sight: Sight): Promise<string | undefined> {
    return this.memories.ticketFrom(line, sight, this.sight.toldTo(line, id));
  }

  async #pairChanged(line: LineId, id: CallerId): Promise<void> {
    this.tabs.pairChanged({ role: 'caller', id });
    await this.#lookAgain(line, id);
  }

  #remembersAgain(id: CallerId): void {
    const held = this.tabs.here({ role: 'caller', id });
    if (!held || this.#toRemember.has(id)) return;
    this.#toRemember.add(id);
    const remember = async () => {
      this.#toRemember.delete(id);
      return this.#giveTicket(held.line, id, await this.memories.see(held.line, { role: 'caller', id }));
    };
    void this.#turns.take(id, remember).catch(reported('a caller could not be remembered'));
  }

  /** By the node of their tab alone: only it knows which place they were told (I6). */
  async #lookAgain(line: LineId, id: CallerId): Promise<void> {
    const person = { role: 'caller', id } as const;
    if (!this.tabs.here(person)) return this.tabs.askToLook(person);
    await this.#turns.take(id, async () => {
      const before = this.sight.toldTo(line, id);
      await this.#tellWhere(line, id, {
        ticket: async () => {
          const told = this.sight.toldTo(line, id);
          const ticket = told === before ? undefined : await this.memories.sealedAgain(line, id, told);
          if (ticket !== undefined) this.#tell(id, 'caller.ticket', { ticket });
        },
        is: (is) => this.#tell(id, 'caller.is', is),
      });
    });
  }

  #looksForAnother(id: CallerId): void {
    const held = this.tabs.here({ role: 'caller', id });
    if (held)
      void this.#lookAgain(held.line, id).catch(reported('a caller could not be told where they are'));
  }

  /** Read again if the pair changed meanwhile, on whatever node: who was told that they are gone is told nothing older. */
  async #tellWhere(line: LineId, id: CallerId, tells: Telling): Promise<'here' | 'gone'> {
    try {
      for (;;) {
        this.#looking.add(id);
        const sight = await this.memories.see(line, { role: 'caller', id });
        const caller = sight.line.callers.get(id);
        const is = caller && (await this.sight.whereIs(line, caller, sight));
        // First: a page that is cut off as soon as it shows a place can come back to it (TK4).
        if (caller) await tells.ticket(sight);
        if (!this.#looking.has(id)) continue;
        if (is) tells.is(is);
        return caller ? 'here' : 'gone';
      }
    } finally {
      this.#looking.delete(id);
    }
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
