// Looks at conversations whose tabs are away, and lets the moves decide; it does what a lost alarm did not.
import { Injectable } from '@nestjs/common';
import type { ConversationId, LineId, Person } from '@veille/domain';
import { LineService } from '../line/line.service.js';
import { Clock } from '../platform/clock/clock.js';
import { PresenceService } from '../presence/presence.service.js';
import { ConversationService } from './conversation.service.js';

@Injectable()
export class ConversationSweep {
  constructor(
    private readonly conversations: ConversationService,
    private readonly lines: LineService,
    private readonly presence: PresenceService,
    private readonly clock: Clock,
  ) {}

  /** If a side was away past its grace, it is lost. The volunteer is asked first: a caller alone is never ended. */
  async look(line: LineId, id: ConversationId): Promise<void> {
    const conversation = await this.conversations.find(line, id);
    if (!conversation) return;
    const said = await this.conversations.loseVolunteer(line, conversation);
    if (said === 'still-here') await this.conversations.loseCaller(line, conversation);
  }

  async sweep(line: LineId): Promise<void> {
    const { conversationGrace, volunteerGrace } = await this.lines.settings(line);
    const now = this.clock.now();
    const callers = await this.presence.callersUnseenSince(line, now - conversationGrace);
    const volunteers = await this.presence.volunteersUnseenSince(line, now - volunteerGrace);
    for (const id of callers) await this.#lookAt(line, { role: 'caller', id });
    for (const id of volunteers) await this.#lookAt(line, { role: 'volunteer', id });
  }

  async #lookAt(line: LineId, person: Person): Promise<void> {
    const conversation = await this.conversations.of(line, person);
    if (conversation) await this.look(line, conversation.id);
  }
}
