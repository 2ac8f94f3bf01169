// The alarm of an offer: its time is up.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lineId, offerId } from '@veille/domain';
import * as v from 'valibot';
import { alarm, Alarms } from '../platform/alarms/alarms.js';
import { Facts } from '../platform/facts.js';
import { offerMade } from './offer.facts.js';
import { OfferService } from './offer.service.js';

export const offerExpires = alarm(
  'offer-expires',
  v.strictObject({
    line: v.pipe(v.string(), v.transform(lineId)),
    offer: v.pipe(v.string(), v.transform(offerId)),
  }),
  ({ offer }) => offer,
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
    this.facts.when(offerMade, ({ line, offer }) =>
      this.alarms.arm(offerExpires, { line, offer: offer.id }, offer.standsUntil),
    );
  }
}
