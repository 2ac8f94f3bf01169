// Wires networks. The half of their keys that no live store holds is made of the key the nodes share.
import { createHmac } from 'node:crypto';
import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config/config.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { sharedKey } from '../platform/redis/shared-key.js';
import { ClosureRedisStore } from './closure.redis-store.js';
import { ClosureService } from './closure.service.js';
import { ClosureStore } from './closure.store.js';
import { NetworkRedisStore } from './network.redis-store.js';
import { NetworkService } from './network.service.js';
import { HOUSE_HALF, NetworkStore } from './network.store.js';

async function houseHalf({ TICKET_KEY: given }: Config, kept: Redis): Promise<Buffer> {
  const { key } = await sharedKey(given, keptKeys.ticketKey, kept);
  return createHmac('sha256', key).update('networks').digest();
}

@Module({
  providers: [
    { provide: HOUSE_HALF, useFactory: houseHalf, inject: [CONFIG, KEPT_REDIS] },
    { provide: NetworkStore, useClass: NetworkRedisStore },
    NetworkService,
    { provide: ClosureStore, useClass: ClosureRedisStore },
    ClosureService,
  ],
  exports: [NetworkService, ClosureService],
})
export class NetworkModule {}
