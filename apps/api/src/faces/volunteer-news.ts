// What a volunteer's page is told: where they are, read from the state each time something changed.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LineId, VolunteerId } from '@veille/domain';
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
import { Facts } from '../platform/facts.js';
import { shiftChanged } from '../volunteer/volunteer.facts.js';
import { ListenTabs } from './face-tabs.js';
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

  constructor(
    private readonly sight: VolunteerSight,
    private readonly tabs: ListenTabs,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.facts.when(shiftChanged, ({ line, volunteer }) => this.look(line, volunteer));
    this.facts.when(offerMade, ({ line, offer }) => this.look(line, offer.volunteer));
    this.facts.when(offerOver, async ({ line, offer }) => {
      if (offer.at === 'standing') await this.look(line, offer.volunteer);
    });
    this.facts.when(conversationOpened, ({ line, volunteer }) => this.#pairChanged(line, volunteer));
    this.facts.when(silenceChanged, ({ line, volunteer }) => this.look(line, volunteer));
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

  /** Tells the volunteer's tab, wherever it is, where they are. */
  look(line: LineId, id: VolunteerId): Promise<void> {
    return this.#turns.take(id, async () => {
      const is = await this.sight.whereIs(line, id);
      if (is) this.tell(id, 'volunteer.is', is);
    });
  }

  tell<E extends keyof ListenTells>(id: VolunteerId, event: E, payload: TellOf<ListenTells, E>): void {
    this.tabs.tell({ role: 'volunteer', id }, { event, payload });
  }

  async #pairChanged(line: LineId, id: VolunteerId): Promise<void> {
    this.tabs.pairChanged({ role: 'volunteer', id });
    await this.look(line, id);
  }

  async #over(line: LineId, id: VolunteerId, why: Over): Promise<void> {
    this.tell(id, 'conversation.over', { why });
    await this.#pairChanged(line, id);
  }
}
