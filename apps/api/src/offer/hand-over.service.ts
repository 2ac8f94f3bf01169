// Handing a caller over to one colleague: who could be asked now, and the one step in which it is done.
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Conversation,
  type HandedOver,
  type LineId,
  mayHear,
  offerId,
  type Volunteer,
  type VolunteerId,
} from '@veille/domain';
import { callerHandedOver } from '../conversation/conversation.facts.js';
import { LineService } from '../line/line.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';
import { offerMade } from './offer.facts.js';
import { OfferStore } from './offer.store.js';

@Injectable()
export class HandOverService {
  constructor(
    private readonly store: OfferStore,
    private readonly lines: LineService,
    private readonly volunteers: VolunteerService,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  /** Volunteers who are free, here, and may hear this caller: the longest idle first. */
  async couldHear(line: LineId, { caller: id }: Conversation): Promise<Volunteer[]> {
    const [caller, free] = await Promise.all([this.lines.find(line, id), this.volunteers.freeHere(line)]);
    const now = this.clock.now();
    return caller ? free.filter((one) => mayHear(one, caller, now)) : [];
  }

  /** `not-free`: the colleague is not free any more, or the caller's tab is away; nothing has changed. */
  async handOver(
    line: LineId,
    conversation: Conversation,
    { by, to }: { by: VolunteerId; to: VolunteerId },
  ): Promise<HandedOver> {
    const { pairRests, breather, offerStands } = await this.lines.settings(line);
    const now = this.clock.now();
    const id = offerId(randomBytes(16).toString('base64url'));
    const times = {
      now,
      until: now + offerStands,
      restsUntil: now + pairRests,
      breatherUntil: now + breather,
    };
    const handing = { conversation: conversation.id, by, to, offer: id, ...times };
    const offer = await this.store.handOver(line, handing).catch(async (lost: unknown) => {
      // It may stand, and nobody was told of it: better none, and the caller is in the line.
      await this.store.withdraw(line, id);
      throw lost;
    });
    if (typeof offer === 'string') return offer;
    const { caller, openedAt } = conversation;
    const pair = {
      line,
      conversation: conversation.id,
      caller,
      volunteer: by,
      from: await this.volunteers.placeOf(line, by),
    };
    const lasted = Math.max(0, now - openedAt);
    this.volunteers.breathes(line, by, times.breatherUntil);
    this.facts.state(callerHandedOver, { ...pair, lasted, to: 'volunteer' });
    this.facts.state(offerMade, { line, offer });
    return 'handed-over';
  }
}
