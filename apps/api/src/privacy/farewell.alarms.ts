// When a caller is gone, no alarm bears their id any more: what would ring for nobody, some of it in an hour, is taken back.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { conversationEnded } from '../conversation/conversation.facts.js';
import { callerLeft } from '../line/line.facts.js';
import { Alarms } from '../platform/alarms/alarms.js';
import { Facts } from '../platform/facts.js';

@Injectable()
export class FarewellAlarms implements OnModuleInit {
  constructor(
    private readonly alarms: Alarms,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.facts.when(callerLeft, ({ caller }) => this.alarms.takeBack([caller]));
    this.facts.when(conversationEnded, ({ caller, conversation }) =>
      this.alarms.takeBack([caller, conversation]),
    );
  }
}
