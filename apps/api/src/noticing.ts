// Noticing: where somebody comes from whom a volunteer begins to hear is known to the two of them together, and for a moment after.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  callerHandedOver,
  callerReturned,
  conversationEnded,
  conversationOpened,
} from './conversation/conversation.facts.js';
import { ClosureService } from './network/closure.service.js';
import { Facts } from './platform/facts.js';

@Injectable()
export class Noticing implements OnModuleInit {
  constructor(
    private readonly closures: ClosureService,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    const { facts, closures } = this;
    facts.when(conversationOpened, ({ caller, ...hearing }) => closures.meet(hearing, caller));
    facts.when(conversationEnded, (hearing) => closures.part(hearing));
    facts.when(callerReturned, (hearing) => closures.part(hearing));
    facts.when(callerHandedOver, (hearing) => closures.part(hearing));
  }
}
