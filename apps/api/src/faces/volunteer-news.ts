// What a volunteer's page is told: where they are, read from the state each time something changed, by the node of their tab alone.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type LineId, type Offer, type VolunteerId, volunteerId } from '@veille/domain';
import type { ListenTells, TellOf } from '@veille/shared';
import {
  callerHandedOver,
  callerReturned,
  conversationEnded,
  conversationOpened,
  type EndedBy,
  peerChanged,
  silenceChanged,
} from '../conversation/conversation.facts.js';
import { offerMade, offerOver } from '../offer/offer.facts.js';
import { type Carried, Facts } from '../platform/facts.js';
import { reported } from '../platform/log/log.js';
import type { Told } from '../platform/sockets/hop.js';
import type { Sight } from '../rebuild/rebuild.service.js';
import { shiftChanged } from '../volunteer/volunteer.facts.js';
import { ListenTabs } from './face-tabs.js';
import type { Ping } from './heartbeat.js';
import { Memories } from './memories.js';
import { Turns } from './turns.js';
import { VolunteerSight } from './volunteer-sight.js';

type Over = TellOf<ListenTells, 'conversation.over'>['why'];
const overBecause: Record<EndedBy, Over> = {
  caller: 'caller-left',
  volunteer: 'you-ended',
  'caller-lost': 'caller-lost',
};

@Injectable()
export class VolunteerNews implements OnModuleInit {
  readonly #turns = new Turns();
  readonly #toRemember = new Set<VolunteerId>();

  constructor(
    private readonly sight: VolunteerSight,
    private readonly tabs: ListenTabs,
    private readonly memories: Memories,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    // Whoever changed the pair, on whatever node: what this node remembers of its own volunteers is never of before.
    this.tabs.whenPairChanged((raw) => this.#remembersAgain(volunteerId(raw)));
    this.tabs.whenToLook((raw, first) => this.#looksForAnother(volunteerId(raw), first));
    this.facts.when(shiftChanged, ({ line, volunteer }) => this.look(line, volunteer));
    this.facts.when(offerMade, (made) => this.#offerMade(made));
    this.facts.when(offerOver, async ({ line, offer }) => {
      if (offer.at === 'standing') await this.#lookAgain(line, offer.volunteer);
    });
    this.facts.when(conversationOpened, ({ line, volunteer }) => this.#pairChanged(line, volunteer));
    this.facts.when(silenceChanged, ({ line, volunteer }) => this.#lookAgain(line, volunteer));
    this.facts.when(peerChanged, async ({ line, volunteer, who }) => {
      if (who === 'caller') await this.#pairChanged(line, volunteer);
    });
    this.facts.when(conversationEnded, ({ line, volunteer, by }) =>
      this.#over(line, volunteer, overBecause[by]),
    );
    this.facts.when(callerHandedOver, ({ line, volunteer }) =>
      this.#over(line, volunteer, 'you-handed-over'),
    );
    this.facts.when(callerReturned, ({ line, volunteer }) => this.#over(line, volunteer, 'you-were-lost'));
  }

  /** Where they are, and a ticket that remembers it. */
  async look(line: LineId, id: VolunteerId): Promise<void> {
    const person = { role: 'volunteer', id } as const;
    if (!this.tabs.here(person)) return this.tabs.askToLook(person);
    await this.#turns.take(id, async () => {
      const sight = await this.memories.see(line, person);
      // First: a page that is cut off as soon as it shows a shift can come back to it (TK4).
      await this.#giveTicket(line, id, sight);
      await this.#tellWhere(line, id, sight);
    });
  }

  /** The same, borne by a ping; who cannot be found is asked all the same, and the renewal knows why. */
  async ping(line: LineId, id: VolunteerId, ping: Ping): Promise<void> {
    await this.#turns.take(id, async () => {
      const sight = await this.memories.see(line, { role: 'volunteer', id });
      const ticket = await this.memories.ticketFrom(line, sight);
      const is = await this.sight.whereIs(line, id, sight);
      if (is) ping({ ...(ticket && { ticket }), is });
    });
  }

  /** Resolves when what this volunteer is to be told by now is told. */
  async isTold(id: VolunteerId): Promise<void> {
    await this.#turns.take(id, async () => undefined);
  }

  /** By the node of their tab alone, one thing after the other: what two nodes tell could overtake each other (TL4). */
  async #lookAgain(line: LineId, id: VolunteerId, first?: Told): Promise<void> {
    const person = { role: 'volunteer', id } as const;
    if (!this.tabs.here(person)) return this.tabs.askToLook(person, first);
    await this.#turns.take(id, async () => {
      if (first) this.tabs.tell(person, first);
      await this.#tellWhere(line, id, await this.memories.see(line, person));
    });
  }

  /** Told before anything is read again, and then looked at again: it may be over, and that may have been told already. */
  async #offerMade({ line, offer, caller }: Carried<typeof offerMade>): Promise<void> {
    const [id, person] = [offer.volunteer, { role: 'volunteer', id: offer.volunteer } as const];
    const payload = caller && (await this.sight.offered(line, offer, caller));
    const first = payload && { event: 'volunteer.is', payload };
    if (!first || !this.tabs.here(person)) return this.#lookAgain(line, id, first);
    await this.#turns.take(id, async () => {
      this.tabs.tell(person, first);
      const sight = await this.memories.see(line, person);
      if (!isOffered(sight, offer)) await this.#tellWhere(line, id, sight);
    });
  }

  #looksForAnother(id: VolunteerId, first?: Told): void {
    const held = this.tabs.here({ role: 'volunteer', id });
    if (!held) return;
    this.#lookAgain(held.line, id, first).catch(reported('a volunteer could not be told where they are'));
  }

  async #tellWhere(line: LineId, id: VolunteerId, sight: Sight): Promise<void> {
    const is = await this.sight.whereIs(line, id, sight);
    if (is) this.tell(id, 'volunteer.is', is);
  }

  #remembersAgain(id: VolunteerId): void {
    const held = this.tabs.here({ role: 'volunteer', id });
    if (!held || this.#toRemember.has(id)) return;
    this.#toRemember.add(id);
    const remember = async () => {
      this.#toRemember.delete(id);
      return this.#giveTicket(held.line, id, await this.memories.see(held.line, { role: 'volunteer', id }));
    };
    void this.#turns.take(id, remember).catch(reported('a volunteer could not be remembered'));
  }

  async #giveTicket(line: LineId, id: VolunteerId, sight: Sight): Promise<void> {
    const ticket = await this.memories.ticketFrom(line, sight);
    if (ticket) this.tell(id, 'volunteer.ticket', { ticket });
  }

  tell<E extends keyof ListenTells>(id: VolunteerId, event: E, payload: TellOf<ListenTells, E>): void {
    this.tabs.tell({ role: 'volunteer', id }, { event, payload });
  }

  async #pairChanged(line: LineId, id: VolunteerId, first?: Told): Promise<void> {
    this.tabs.pairChanged({ role: 'volunteer', id });
    await this.#lookAgain(line, id, first);
  }

  /** Told before where they are then: the page shows why it is there. */
  #over(line: LineId, id: VolunteerId, why: Over): Promise<void> {
    const payload: TellOf<ListenTells, 'conversation.over'> = { why };
    return this.#pairChanged(line, id, { event: 'conversation.over', payload });
  }
}

function isOffered({ line }: Sight, { id, volunteer }: Offer): boolean {
  const now = line.volunteers.get(volunteer);
  return now?.at === 'offered' && now.offer === id;
}
