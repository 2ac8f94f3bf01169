// Tickets with the house's key: given to callers' tabs, and opened when they come back.
import { Inject, Injectable } from '@nestjs/common';
import { seconds } from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { Clock } from '../platform/clock/clock.js';
import { openTicket, sealTicket, type Stay } from './ticket.js';

/** Nest's token for the key: 32 bytes. */
export const TICKET_KEY = Symbol('the key of tickets');

/** A live tab is given a new ticket with every answered ping; this is how much longer than the grace one holds. */
const margin = seconds(30);

@Injectable()
export class Tickets {
  constructor(
    @Inject(TICKET_KEY) private readonly key: Buffer,
    private readonly associations: AssociationService,
    private readonly clock: Clock,
  ) {}

  /** Good for the longest grace of the line from now on, and no longer: a place cannot be hoarded (TK2). */
  async seal(stay: Stay): Promise<string> {
    const line = await this.associations.line(stay.line);
    if (line === 'no-such-line') throw new Error('a ticket for a line that is not there');
    const { callerGrace, conversationGrace } = line.settings;
    const until = this.clock.now() + Math.max(callerGrace, conversationGrace) + margin;
    return sealTicket(stay, until, this.key);
  }

  open(ticket: string): Stay | 'refused' {
    return openTicket(ticket, this.clock.now(), this.key);
  }
}
