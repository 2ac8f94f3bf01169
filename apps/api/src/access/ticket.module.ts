// Wiring of tickets.
import { Module } from '@nestjs/common';
import { AssociationModule } from '../association/association.module.js';
import { CONFIG } from '../platform/config/config.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import { ticketKey } from './ticket-key.js';
import { TICKET_KEY, Tickets } from './tickets.js';

@Module({
  imports: [AssociationModule],
  providers: [Tickets, { provide: TICKET_KEY, useFactory: ticketKey, inject: [CONFIG, KEPT_REDIS] }],
  exports: [Tickets, TICKET_KEY],
})
export class TicketModule {}
