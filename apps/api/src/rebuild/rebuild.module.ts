// Wiring of rebuilding.
import { Module } from '@nestjs/common';
import type { TicketKey } from '../access/ticket-key.js';
import { TicketModule } from '../access/ticket.module.js';
import { TICKET_KEY } from '../access/tickets.js';
import { LineModule } from '../line/line.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { RebuildRedisStore } from './rebuild.redis-store.js';
import { RebuildService } from './rebuild.service.js';
import { NO_TICKET_YET, RebuildStore } from './rebuild.store.js';

@Module({
  imports: [TicketModule, LineModule, PresenceModule],
  providers: [
    RebuildService,
    { provide: RebuildStore, useClass: RebuildRedisStore },
    { provide: NO_TICKET_YET, useFactory: ({ isNew }: TicketKey) => isNew, inject: [TICKET_KEY] },
  ],
  exports: [RebuildService],
})
export class RebuildModule {}
