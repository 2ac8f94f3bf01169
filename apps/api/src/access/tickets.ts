// Tickets with the house's key: given to tabs, and opened when they come back.
import { Inject, Injectable } from '@nestjs/common';
import { ticketHolds } from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { TicketKey } from './ticket-key.js';
import { openShiftTicket, openTicket, sealTicket, type Shift, type Stay } from './ticket.js';

/** Nest's token for the key. */
export const TICKET_KEY = Symbol('the key of tickets');

@Injectable()
export class Tickets {
  constructor(
    @Inject(TICKET_KEY) private readonly sealing: TicketKey,
    private readonly associations: AssociationService,
    private readonly clock: Clock,
  ) {}

  /** Good for the longest grace of the line from now on, and no longer: a place cannot be hoarded (TK2). */
  async seal(content: Stay | Shift): Promise<string> {
    const line = await this.associations.line(content.line);
    if (line === 'no-such-line') throw new Error('a ticket for a line that is not there');
    return sealTicket(content, this.clock.now() + ticketHolds(line.settings), this.sealing.key);
  }

  open(ticket: string): Stay | 'refused' {
    return openTicket(ticket, this.clock.now(), this.sealing.key);
  }

  openShift(ticket: string): Shift | 'refused' {
    return openShiftTicket(ticket, this.clock.now(), this.sealing.key);
  }
}
