// Tickets with the house's key, which every node shares and only the kept store and the environment know.
import { randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { seconds } from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { openTicket, sealTicket, type Stay } from './ticket.js';

/** How often a live tab is given a new ticket; until then the last one must hold. */
export const renewedEvery = seconds(30);

@Injectable()
export class TicketService implements OnModuleInit {
  #key = Buffer.alloc(0);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(KEPT_REDIS) private readonly kept: Redis,
    private readonly associations: AssociationService,
    private readonly clock: Clock,
  ) {}

  /** The first node that ever boots makes the key; every other one reads it. */
  async onModuleInit(): Promise<void> {
    const given = this.config.TICKET_KEY ?? (await this.#sharedKey());
    this.#key = Buffer.from(given, 'base64url');
  }

  /** Good for the longest grace of the line from now on, and no longer: a place cannot be hoarded (TK2). */
  async seal(stay: Stay): Promise<string> {
    const line = await this.associations.line(stay.line);
    const grace =
      line === 'no-such-line' ? 0 : Math.max(line.settings.callerGrace, line.settings.conversationGrace);
    return sealTicket(stay, this.clock.now() + grace + renewedEvery, this.#key);
  }

  open(ticket: string): Stay | 'refused' {
    return openTicket(ticket, this.clock.now(), this.#key);
  }

  async #sharedKey(): Promise<string> {
    await this.kept.set(keptKeys.ticketKey, randomBytes(32).toString('base64url'), 'NX');
    const key = await this.kept.get(keptKeys.ticketKey);
    if (key === null) throw new Error('the kept store did not keep the ticket key');
    return key;
  }
}
