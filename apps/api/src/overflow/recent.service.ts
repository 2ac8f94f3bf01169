// What happened lately becomes a few numbers by ten minutes, from which the line learns how long people talk and wait.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Duration, LineId, Recent } from '@veille/domain';
import {
  callerHandedOver,
  callerReturned,
  conversationEnded,
  conversationOpened,
} from '../conversation/conversation.facts.js';
import { callerJoined, callerLeft } from '../line/line.facts.js';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { OverflowStore } from './overflow.store.js';

@Injectable()
export class RecentService implements OnModuleInit {
  constructor(
    private readonly store: OverflowStore,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    const { facts } = this;
    facts.when(callerJoined, ({ line }) => this.#add(line, { arrivals: 1 }));
    // Patience is of first waits: the one of a caller heard before was added when they were, and they have talked since.
    facts.when(callerLeft, async ({ line, waited, heard }) => {
      if (!heard) await this.#add(line, { leavers: 1, waited });
    });
    facts.when(conversationOpened, async ({ line, waited, again }) => {
      if (!again) await this.#add(line, { waited });
    });
    facts.when(conversationEnded, ({ line, lasted }) => this.#talked(line, lasted));
    facts.when(callerReturned, ({ line, lasted }) => this.#talked(line, lasted));
    facts.when(callerHandedOver, ({ line, lasted }) => this.#talked(line, lasted));
  }

  #talked(line: LineId, talked: Duration): Promise<void> {
    return this.#add(line, { conversations: 1, talked });
  }

  #add(line: LineId, some: Partial<Recent>): Promise<void> {
    return this.store.add(line, this.clock.now(), some);
  }
}
