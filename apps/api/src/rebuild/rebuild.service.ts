// After the live store was lost: whoever was in it is put back as they are remembered, and nobody notices.
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type Duration,
  type Instant,
  type LineId,
  type LiveLine,
  isSettling,
  type Person,
  remember,
  type Remembered,
  type Returning,
  settling,
  ticketHolds,
} from '@veille/domain';
import { LineService } from '../line/line.service.js';
import { Clock } from '../platform/clock/clock.js';
import { PresenceService } from '../presence/presence.service.js';
import { type EpochSeen, NO_TICKET_YET, type Rebuilding, RebuildStore } from './rebuild.store.js';

export type Sight = {
  readonly line: LiveLine;
  /** What a ticket, or the node of their tab, is to remember of them; `undefined` when gone or off. */
  readonly memory: Remembered | undefined;
  /** Those who are still to come back are waited for (RB7). */
  readonly isSettling: boolean;
};

@Injectable()
export class RebuildService {
  readonly #seen = new Set<LineId>();

  constructor(
    private readonly store: RebuildStore,
    private readonly lines: LineService,
    private readonly presence: PresenceService,
    private readonly clock: Clock,
    @Inject(NO_TICKET_YET) private readonly noTicketYet: boolean,
  ) {}

  /** Which life of the store this is: another name than before, and everything was lost between. */
  async epoch(line: LineId): Promise<EpochSeen> {
    const name = randomBytes(9).toString('base64url');
    const now = this.clock.now();
    // Where no ticket has ever been given, nobody is to come back.
    const settles = this.noTicketYet && !this.#seen.has(line) ? 0 : now + settling;
    const seen = await this.store.epoch(line, { name, now, settles });
    this.#seen.add(line);
    return seen;
  }

  /** Whether those who are still to come back are waited for. */
  async isSettling(line: LineId): Promise<boolean> {
    const { settles } = await this.epoch(line);
    return settles > this.clock.now();
  }

  /** They, and whom they talk with, in one reading. A store that was lost begins its next epoch first. */
  async see(line: LineId, person: Person): Promise<Sight> {
    // Before the records are read: what is remembered is never newer than it says.
    const now = this.clock.now();
    const seen = await this.store.see(line, person);
    if (seen.epoch.name)
      return {
        line: seen,
        memory: remember(seen, person, now),
        isSettling: isSettling(seen, this.clock.now()),
      };
    await this.epoch(line);
    return this.see(line, person);
  }

  /** They are put back if the store was lost since, and are where they are if it was not; `over` when they have gone. */
  async comesBack(line: LineId, memory: Remembered): Promise<Returning> {
    await this.epoch(line);
    const said = await this.store.putBack(line, memory, await this.#when(line));
    if (said === 'back' && memory.role === 'pair') await this.#awaits(line, memory);
    return said;
  }

  /** Their stay was over at `asOf`, and no older memory brings it back. */
  async remainsOver(line: LineId, person: Person, asOf: Instant): Promise<void> {
    await this.epoch(line);
    await this.store.remainsOver(line, person, { ...(await this.#when(line)), asOf });
  }

  /** Of two, the one who is not back yet is away: what is due then is due from now on. */
  async #awaits(line: LineId, memory: Extract<Remembered, { role: 'pair' }>): Promise<void> {
    const other: Person =
      memory.by === 'caller'
        ? { role: 'volunteer', id: memory.volunteer.is.id }
        : { role: 'caller', id: memory.caller.is.id };
    await this.presence.isAwaited(line, other);
  }

  /** How long the last ticket of somebody who has just gone may still be shown. */
  async ticketHolds(line: LineId): Promise<Duration> {
    return ticketHolds(await this.lines.settings(line));
  }

  async #when(line: LineId): Promise<Rebuilding> {
    const settings = await this.lines.settings(line);
    const now = this.clock.now();
    return { now, breatherUntil: now + settings.breather, keepFor: ticketHolds(settings) };
  }
}
