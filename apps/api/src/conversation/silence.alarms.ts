// The alarm of silence: one a conversation, never one a message. It looks at when somebody last wrote, and arms itself again.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { conversationId, type ConversationId, lineId, type LineId } from '@veille/domain';
import * as v from 'valibot';
import { alarm, Alarms } from '../platform/alarms/alarms.js';
import { Facts } from '../platform/facts.js';
import { conversationOpened, silenceChanged } from './conversation.facts.js';
import { SilenceService } from './silence.service.js';

/** `at` is the version: whoever looks at the same silence arms the same alarm, so that two become one again. */
export const silenceIsLookedAt = alarm(
  'conversation-silence',
  v.strictObject({
    line: v.pipe(v.string(), v.transform(lineId)),
    conversation: v.pipe(v.string(), v.transform(conversationId)),
    at: v.number(),
  }),
  ({ conversation, at }) => `${conversation}_${at}`,
);

@Injectable()
export class SilenceAlarms implements OnModuleInit {
  constructor(
    private readonly silence: SilenceService,
    private readonly alarms: Alarms,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.alarms.answer(silenceIsLookedAt, async ({ line, conversation }) =>
      this.#armNext(line, conversation, await this.silence.look(line, conversation)),
    );
    const begins = async ({ line, conversation }: { line: LineId; conversation: ConversationId }) =>
      this.#armNext(line, conversation, await this.silence.next(line, conversation));
    this.facts.when(conversationOpened, begins);
    this.facts.when(silenceChanged, begins);
  }

  async #armNext(line: LineId, conversation: ConversationId, at: number | undefined): Promise<void> {
    if (at !== undefined) await this.alarms.arm(silenceIsLookedAt, { line, conversation, at }, at);
  }
}
