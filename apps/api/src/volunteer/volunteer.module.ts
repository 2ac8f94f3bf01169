// Wiring of volunteers' shifts.
import { Module } from '@nestjs/common';
import { LineModule } from '../line/line.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { VolunteerAlarms } from './volunteer.alarms.js';
import { VolunteerRedisStore } from './volunteer.redis-store.js';
import { VolunteerService } from './volunteer.service.js';
import { VolunteerStore } from './volunteer.store.js';

@Module({
  imports: [LineModule, PresenceModule],
  providers: [VolunteerService, VolunteerAlarms, { provide: VolunteerStore, useClass: VolunteerRedisStore }],
  exports: [VolunteerService],
})
export class VolunteerModule {}
