// The alarm of an offer: the time of whoever it asks is up.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lineId, offerId } from '@veille/domain';
import * as v from 'valibot';
import { alarm, Alarms } from '../platform/alarms/alarms.js';
import { Facts } from '../platform/facts.js';
import { offerAsks, offerMade } from './offer.facts.js';
import { OfferService } from './offer.service.js';

/** `at` is the version: an offer asks the caller first, then the volunteer, each for their own time. */
export const offerExpires = alarm(
  'offer-expires',
  v.strictObject({
    line: v.pipe(v.string(), v.transform(lineId)),
    offer: v.pipe(v.string(), v.transform(offerId)),
    at: v.picklist(['asking', 'standing']),
  }),
  ({ offer, at }) => `${offer}_${at}`,
);

@Injectable()
export class OfferAlarms implements OnModuleInit {
  constructor(
    private readonly offers: OfferService,
    private readonly alarms: Alarms,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.alarms.answer(offerExpires, ({ line, offer }) => this.offers.expire(line, offer));
    for (const made of [offerAsks, offerMade])
      this.facts.afterwards(made, ({ line, offer: { id: offer, at, until } }) =>
        this.alarms.arm(offerExpires, { line, offer, at }, until),
      );
  }
}
