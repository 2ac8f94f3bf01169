// Counting: facts become increments, and nothing else of a person is ever written down.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Countable } from '@veille/domain';
import {
  callerHandedOver,
  callerReturned,
  conversationEnded,
  conversationOpened,
  type EndedBy,
} from './conversation/conversation.facts.js';
import { CountersService } from './counters/counters.service.js';
import { callerJoined, callerLeft } from './line/line.facts.js';
import { callerRefused } from './overflow/overflow.facts.js';
import { Facts } from './platform/facts.js';

const ended: Readonly<Record<EndedBy, readonly Countable[]>> = {
  caller: ['ended-by-caller'],
  volunteer: ['ended-by-volunteer'],
  'caller-lost': ['ended-by-loss', 'interrupted'],
};
const lost: readonly Countable[] = ['ended-by-listener-lost', 'interrupted'];
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
    // A caller who lost their listener, or was given on, and is heard again was answered once (CT1).
    facts.when(conversationOpened, async ({ line, waited, again, from }) => {
      if (!again) await counters.count(line, ['answered'], { waited, from });
    });
    facts.when(callerReturned, ({ line, lasted }) => counters.count(line, lost, { lasted }));
    facts.when(callerHandedOver, ({ line, lasted }) => counters.count(line, ['handed-over'], { lasted }));
    facts.when(conversationEnded, ({ line, by, lasted }) => counters.count(line, ended[by], { lasted }));
  }
}
