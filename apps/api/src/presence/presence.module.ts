// Wiring of presence.
import { Module } from '@nestjs/common';
import { AssociationModule } from '../association/association.module.js';
import { PresenceRedisStore } from './presence.redis-store.js';
import { PresenceService } from './presence.service.js';
import { PresenceStore } from './presence.store.js';

@Module({
  imports: [AssociationModule],
  providers: [PresenceService, { provide: PresenceStore, useClass: PresenceRedisStore }],
  exports: [PresenceService, PresenceStore],
})
export class PresenceModule {}
