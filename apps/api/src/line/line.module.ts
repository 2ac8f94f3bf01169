// Wiring of the line.
import { Module } from '@nestjs/common';
import { AssociationModule } from '../association/association.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { LineAlarms } from './line.alarms.js';
import { LineRedisStore } from './line.redis-store.js';
import { LineService } from './line.service.js';
import { LineStore } from './line.store.js';

@Module({
  imports: [AssociationModule, PresenceModule],
  providers: [LineService, LineAlarms, { provide: LineStore, useClass: LineRedisStore }],
  exports: [LineService],
})
export class LineModule {}
