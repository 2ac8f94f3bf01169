// Wiring of tickets.
import { Module } from '@nestjs/common';
import { AssociationModule } from '../association/association.module.js';
import { TicketService } from './ticket.service.js';

@Module({ imports: [AssociationModule], providers: [TicketService], exports: [TicketService] })
export class TicketModule {}
