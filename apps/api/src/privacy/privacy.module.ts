// Wiring of what may be kept, and of what is said about it.
import { Module } from '@nestjs/common';
import { LineModule } from '../line/line.module.js';
import { FarewellAlarms } from './farewell.alarms.js';
import { HeldRedisStore } from './held.redis-store.js';
import { HeldService } from './held.service.js';
import { HeldStore } from './held.store.js';

@Module({
  imports: [LineModule],
  providers: [FarewellAlarms, HeldService, { provide: HeldStore, useClass: HeldRedisStore }],
  exports: [HeldService],
})
export class PrivacyModule {}
