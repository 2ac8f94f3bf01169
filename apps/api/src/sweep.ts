// The sweep: every second each line is looked at, and what a lost alarm or a lost trigger should have done is done (AL2).
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { lineId } from '@veille/domain';
import { AssociationService } from './association/association.service.js';
import { ConversationSweep } from './conversation/conversation.sweep.js';
import { LineService } from './line/line.service.js';
import { OfferService } from './offer/offer.service.js';
import { type Duty, every } from './platform/clock/every.js';
import { reported } from './platform/log/log.js';
import { VolunteerService } from './volunteer/volunteer.service.js';

/** An idle volunteer and a waiting caller are never left side by side for longer than this (I9). */
const EVERY = 1_000;

@Injectable()
export class Sweep implements OnApplicationBootstrap, OnModuleDestroy {
  #duty: Duty | undefined;

  constructor(
    private readonly associations: AssociationService,
    private readonly lines: LineService,
    private readonly volunteers: VolunteerService,
    private readonly conversations: ConversationSweep,
    private readonly offers: OfferService,
  ) {}

  onApplicationBootstrap(): void {
    this.#duty = every(EVERY, () => this.all());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  async all(): Promise<void> {
    for (const { id } of await this.associations.lines()) {
      const line = lineId(id);
      // Each by itself: what one of them cannot do keeps none of the others from its duty.
      for (const noun of [this.conversations, this.lines, this.volunteers, this.offers])
        await noun.sweep(line).catch(reported('a part of the sweep failed'));
    }
  }
}
