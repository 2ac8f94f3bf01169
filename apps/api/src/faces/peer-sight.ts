// What a paired tab sees of its conversation: its name, this tab's number, and whether the other side is here.
import { Injectable } from '@nestjs/common';
import { type ConversationId, type LineId, type Person, settling } from '@veille/domain';
import type { Talking } from '@veille/shared';
import { ConversationService } from '../conversation/conversation.service.js';
import { SilenceService } from '../conversation/silence.service.js';
import { LineService } from '../line/line.service.js';
import { PresenceService } from '../presence/presence.service.js';

@Injectable()
export class PeerSight {
  constructor(
    private readonly conversations: ConversationService,
    private readonly presence: PresenceService,
    private readonly lines: LineService,
    private readonly silence: SilenceService,
  ) {}

  async talking(line: LineId, person: Person, id: ConversationId): Promise<Talking | undefined> {
    const conversation = await this.conversations.find(line, id);
    if (!conversation) return undefined;
    const peer: Person =
      person.role === 'caller'
        ? { role: 'volunteer', id: conversation.volunteer }
        : { role: 'caller', id: conversation.caller };
    const [tab, here, silence] = await Promise.all([
      this.presence.tabOf(line, person),
      this.presence.wasHereWithin(line, peer, await this.#patience(line, person)),
      this.silence.of(line, conversation),
    ]);
    const talking = { at: 'talking', conversation: id, tab, peer: here ? 'here' : 'away' } as const;
    // A pause of some minutes is not the caller's to worry about.
    const told = person.role === 'caller' && silence === 'nudge' ? undefined : silence;
    return { ...talking, ...(told && { silence: told }) };
  }

  /** A volunteer is told at once; a caller is not alarmed for a listener who is back in a moment (PR6). */
  async #patience(line: LineId, { role }: Person): Promise<number> {
    if (role === 'caller') return (await this.lines.settings(line)).awayTold;
    // After a loss who is not back yet is on their way: nobody is alarmed for that (RB7).
    return (await this.lines.isSettling(line)) ? settling : 0;
  }
}
