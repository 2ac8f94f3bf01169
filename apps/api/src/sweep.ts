// The sweep: every second each line is looked at, and what a lost alarm should have done is done (AL2); every half, what a lost trigger should (I9).
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { lineId } from '@veille/domain';
import { AssociationService } from './association/association.service.js';
import { ConversationSweep } from './conversation/conversation.sweep.js';
import { LineService } from './line/line.service.js';
import { OfferService } from './offer/offer.service.js';
import { type Duty, every } from './platform/clock/every.js';
import { reported } from './platform/log/log.js';
import { VolunteerService } from './volunteer/volunteer.service.js';

const EVERY = 1_000;
/**
 * An idle volunteer and a waiting caller are never left side by side for longer than a second (I9). By itself, because the
 * rest of the sweep takes as long as there is to do; and twice a second, because a second has to hold a match as well.
 */
const MATCHES_EVERY = 500;

@Injectable()
export class Sweep implements OnApplicationBootstrap, OnModuleDestroy {
  #duties: readonly Duty[] = [];

  constructor(
    private readonly associations: AssociationService,
    private readonly lines: LineService,
    private readonly volunteers: VolunteerService,
    private readonly conversations: ConversationSweep,
    private readonly offers: OfferService,
  ) {}

  onApplicationBootstrap(): void {
    this.#duties = [every(EVERY, () => this.all()), every(MATCHES_EVERY, () => this.matches())];
  }

  async onModuleDestroy(): Promise<void> {
    for (const duty of this.#duties) await duty.stop();
  }

  async all(): Promise<void> {
    for (const { id } of await this.associations.lines()) {
      const line = lineId(id);
      // Each by itself: what one of them cannot do keeps none of the others from its duty.
      for (const noun of [this.conversations, this.lines, this.volunteers, this.offers])
        await noun.sweep(line).catch(reported('a part of the sweep failed'));
    }
  }

  /** Of those who were here all along, and of whom nothing told that they could meet. */
  async matches(): Promise<void> {
    await Promise.all(
      (await this.associations.lines()).map(({ id }) =>
        this.offers.match(lineId(id)).catch(reported('a part of the sweep failed')),
      ),
    );
  }
}
