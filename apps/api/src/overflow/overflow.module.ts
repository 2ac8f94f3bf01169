// Wiring of overflow.
import { Module } from '@nestjs/common';
import { AssociationModule } from '../association/association.module.js';
import { LineModule } from '../line/line.module.js';
import { VolunteerModule } from '../volunteer/volunteer.module.js';
import { OverflowAlarms } from './overflow.alarms.js';
import { OverflowRedisStore } from './overflow.redis-store.js';
import { OverflowService } from './overflow.service.js';
import { OverflowSight } from './overflow-sight.service.js';
import { OverflowStore } from './overflow.store.js';
import { RecallAlarms } from './recall.alarms.js';
import { RecentService } from './recent.service.js';

@Module({
  imports: [AssociationModule, LineModule, VolunteerModule],
  providers: [
    OverflowService,
    OverflowSight,
    RecentService,
    OverflowAlarms,
    RecallAlarms,
    { provide: OverflowStore, useClass: OverflowRedisStore },
  ],
  exports: [OverflowService],
})
export class OverflowModule {}
