// Wiring of offers.
import { Module } from '@nestjs/common';
import { LineModule } from '../line/line.module.js';
import { VolunteerModule } from '../volunteer/volunteer.module.js';
import { HandOverService } from './hand-over.service.js';
import { OfferAlarms } from './offer.alarms.js';
import { OfferRedisStore } from './offer.redis-store.js';
import { OfferService } from './offer.service.js';
import { OfferStore } from './offer.store.js';

@Module({
  imports: [LineModule, VolunteerModule],
  providers: [OfferService, HandOverService, OfferAlarms, { provide: OfferStore, useClass: OfferRedisStore }],
  exports: [OfferService, HandOverService],
})
export class OfferModule {}
