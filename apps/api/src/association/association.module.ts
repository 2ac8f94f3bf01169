// Wires what this installation serves; the environment's settings are read here, once.
import { Module } from '@nestjs/common';
import type { LineSettings } from '@veille/domain';
import { CONFIG, type Config } from '../platform/config/config.js';
import { AssociationRedisStore } from './association.redis-store.js';
import { AssociationService } from './association.service.js';
import { AssociationStore, IMPOSED } from './association.store.js';
import { FoundingService } from './founding.service.js';

/** Only what the environment names: what it leaves out is the line's own affair. */
const imposedBy = (config: Config): Partial<LineSettings> => ({
  ...(config.STILL_THERE_SECONDS !== undefined && { stillThere: config.STILL_THERE_SECONDS }),
  ...(config.OFFER_SECONDS !== undefined && { offerStands: config.OFFER_SECONDS }),
  ...(config.PAIR_REST_SECONDS !== undefined && { pairRests: config.PAIR_REST_SECONDS }),
  ...(config.BREATHER_SECONDS !== undefined && { breather: config.BREATHER_SECONDS }),
  ...(config.CALLER_GRACE_SECONDS !== undefined && { callerGrace: config.CALLER_GRACE_SECONDS }),
  ...(config.CONVERSATION_GRACE_SECONDS !== undefined && {
    conversationGrace: config.CONVERSATION_GRACE_SECONDS,
  }),
  ...(config.AWAY_TOLD_SECONDS !== undefined && { awayTold: config.AWAY_TOLD_SECONDS }),
  ...(config.VOLUNTEER_GRACE_SECONDS !== undefined && { volunteerGrace: config.VOLUNTEER_GRACE_SECONDS }),
});

@Module({
  providers: [
    FoundingService,
    { provide: AssociationStore, useClass: AssociationRedisStore },
    { provide: IMPOSED, useFactory: imposedBy, inject: [CONFIG] },
    AssociationService,
  ],
  exports: [AssociationService, FoundingService],
})
export class AssociationModule {}
