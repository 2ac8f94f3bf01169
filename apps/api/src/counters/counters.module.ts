// Wires the counters.
import { Module } from '@nestjs/common';
import { AssociationModule } from '../association/association.module.js';
import { CountersRedisStore } from './counters.redis-store.js';
import { CountersService } from './counters.service.js';
import { CountersStore } from './counters.store.js';

@Module({
  imports: [AssociationModule],
  providers: [{ provide: CountersStore, useClass: CountersRedisStore }, CountersService],
  exports: [CountersService],
})
export class CountersModule {}
