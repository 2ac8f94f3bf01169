// Counting: facts become increments, and nothing else of a person is ever written down.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { conversationOpened } from './conversation/conversation.facts.js';
import { CountersService } from './counters/counters.service.js';
import { callerJoined, callerLeft } from './line/line.facts.js';
import { Facts } from './platform/facts.js';

@Injectable()
export class Counting implements OnModuleInit {
  constructor(
    private readonly counters: CountersService,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.facts.when(callerJoined, ({ line }) => this.counters.arrived(line));
    this.facts.when(callerLeft, ({ line }) => this.counters.leftWaiting(line));
    // A caller who lost their listener and is heard again was answered once (CT3).
    this.facts.when(conversationOpened, async ({ line, waited, again }) => {
      if (!again) await this.counters.answered(line, waited);
    });
  }
}
