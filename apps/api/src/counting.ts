// Counting: facts become increments, and nothing else of a person is ever written down.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Countable } from '@veille/domain';
import {
  callerHandedOver,
  callerReturned,
  conversationEnded,
  conversationInterrupted,
  conversationOpened,
  type EndedBy,
} from './conversation/conversation.facts.js';
import { CountersService } from './counters/counters.service.js';
import { callerDropped, callerJoined, callerLeft } from './line/line.facts.js';
import { callerRefused } from './overflow/overflow.facts.js';
import { Facts } from './platform/facts.js';

const ended: Readonly<Record<EndedBy, Countable>> = {
  caller: 'ended-by-caller',
  volunteer: 'ended-by-volunteer',
  'caller-lost': 'ended-by-loss',
};
const left = {
  left: 'left',
  hopeless: 'hopeless',
  lost: 'gone',
  'waited-too-long': 'waited-too-long',
} as const;

@Injectable()
export class Counting implements OnModuleInit {
  constructor(
    private readonly counters: CountersService,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    const { facts, counters } = this;
    facts.when(callerJoined, ({ line }) => counters.count(line, ['offered', 'admitted']));
    facts.when(callerRefused, ({ line, why }) => counters.count(line, ['offered', `refused-${why}`]));
    // Only who was never heard left before being heard (CT5).
    facts.when(callerLeft, ({ line, why, heard }) =>
      counters.count(line, [heard ? 'not-heard-again' : left[why]]),
    );
    // Left, dropped and gone are three facts (PR7): who dropped is still in the line.
    facts.when(callerDropped, ({ line }) => counters.count(line, ['dropped']));
    // A caller who lost their listener, or was given on, and is heard again was answered once (CT1).
    facts.when(conversationOpened, async ({ line, waited, again, from }) => {
      if (!again) await counters.count(line, ['answered'], { waited, from });
    });
    facts.when(conversationInterrupted, ({ line, from }) => counters.count(line, ['interrupted'], { from }));
    facts.when(callerReturned, ({ line, ...how }) => counters.count(line, ['ended-by-listener-lost'], how));
    facts.when(callerHandedOver, ({ line, ...how }) => counters.count(line, ['handed-over'], how));
    facts.when(conversationEnded, ({ line, by, ...how }) => counters.count(line, [ended[by]], how));
  }
}
