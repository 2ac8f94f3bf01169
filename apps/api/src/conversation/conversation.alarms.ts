// The alarms of a conversation: one of its two tabs is away; the other is told, and the conversation is kept only so long.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { conversationId, lineId } from '@veille/domain';
import * as v from 'valibot';
import { LineService } from '../line/line.service.js';
import { alarm, Alarms } from '../platform/alarms/alarms.js';
import { Facts } from '../platform/facts.js';
import { presenceDropped } from '../presence/presence.facts.js';
import { ConversationService } from './conversation.service.js';
import { ConversationSweep } from './conversation.sweep.js';

/** `tab` is the version: who came back has a newer one, and their lease answers for itself. */
const payload = v.strictObject({
  line: v.pipe(v.string(), v.transform(lineId)),
  conversation: v.pipe(v.string(), v.transform(conversationId)),
  who: v.picklist(['caller', 'volunteer']),
  tab: v.number(),
});

export const tabIsLost = alarm(
  'conversation-tab-lost',
  payload,
  ({ conversation, who, tab }) => `${conversation}_${who}_${tab}`,
);

/** The volunteer's tab has been away for so long that the caller is told. */
export const awayIsTold = alarm(
  'conversation-away-told',
  payload,
  ({ conversation, who, tab }) => `${conversation}_${who}_${tab}`,
);

@Injectable()
export class ConversationAlarms implements OnModuleInit {
  constructor(
    private readonly conversations: ConversationService,
    private readonly sweep: ConversationSweep,
    private readonly lines: LineService,
    private readonly alarms: Alarms,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.alarms.answer(tabIsLost, ({ line, conversation }) => this.sweep.look(line, conversation));
    this.alarms.answer(awayIsTold, ({ line, conversation }) => this.conversations.look(line, conversation));
    this.facts.when(presenceDropped, async ({ line, person, tab, at }) => {
      const conversation = await this.conversations.of(line, person);
      if (!conversation) return;
      const { conversationGrace, volunteerGrace, awayTold } = await this.lines.settings(line);
      const grace = person.role === 'caller' ? conversationGrace : volunteerGrace;
      const lost = { line, conversation: conversation.id, who: person.role, tab };
      if (person.role === 'volunteer') await this.alarms.arm(awayIsTold, lost, at + awayTold);
      await this.alarms.arm(tabIsLost, lost, at + grace);
    });
  }
}
