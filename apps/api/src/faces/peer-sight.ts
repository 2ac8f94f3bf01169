// What a paired tab sees of its conversation: its name, this tab's number, and whether the other side is here.
import { Injectable } from '@nestjs/common';
import { type ConversationId, isGone, type LineId, type Person, presenceOf, settling } from '@veille/domain';
import type { Talking } from '@veille/shared';
import { SilenceService } from '../conversation/silence.service.js';
import { LineService } from '../line/line.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Sight } from '../rebuild/rebuild.service.js';

@Injectable()
export class PeerSight {
  constructor(
    private readonly lines: LineService,
    private readonly silence: SilenceService,
    private readonly clock: Clock,
  ) {}

  /** `sight`: the two of them, as the store has them. */
  async talking(
    line: LineId,
    person: Person,
    { id, sight }: { id: ConversationId; sight: Sight },
  ): Promise<Talking | undefined> {
    const conversation = sight.line.conversations.get(id);
    if (!conversation) return undefined;
    const peer: Person =
      person.role === 'caller'
        ? { role: 'volunteer', id: conversation.volunteer }
        : { role: 'caller', id: conversation.caller };
    const silence = await this.silence.of(line, conversation);
    const now = this.clock.now();
    const isAway = isGone(presenceOf(sight.line, peer), await this.#patience(line, person, sight), now);
    const tab = presenceOf(sight.line, person)?.tab ?? 0;
    const talking = { at: 'talking', conversation: id, tab, peer: isAway ? 'away' : 'here' } as const;
    // A pause of some minutes is not the caller's to worry about.
    const told = person.role === 'caller' && silence === 'nudge' ? undefined : silence;
    return { ...talking, ...(told && { silence: told }) };
  }

  /** A volunteer is told at once; a caller is not alarmed for a listener who is back in a moment (PR6). */
  async #patience(line: LineId, { role }: Person, { isSettling }: Sight): Promise<number> {
    if (role === 'caller') return (await this.lines.settings(line)).awayTold;
    // After a loss who is not back yet is on their way: nobody is alarmed for that (RB7).
    return isSettling ? settling : 0;
  }
}
