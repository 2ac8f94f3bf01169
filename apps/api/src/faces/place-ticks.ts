// Place ticks: once a second, one ranged read of each line that has a tab here, and one estimate, tell every waiting tab of this
// node its place and its wait, if they are others than before. What happens in between, a match above all, tells nobody a place.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type CallerId, callerId, type LineId } from '@veille/domain';
import { LineService } from '../line/line.service.js';
import { OverflowService } from '../overflow/overflow.service.js';
import { type Duty, every } from '../platform/clock/every.js';
import { CallerTabs } from './face-tabs.js';
import { Memories } from './memories.js';
import { type Moved, PlacesTold } from './places-told.js';

const EVERY = 1_000;

@Injectable()
export class PlaceTicks implements OnApplicationBootstrap, OnModuleDestroy {
  #duty: Duty | undefined;

  constructor(
    private readonly lines: LineService,
    private readonly overflow: OverflowService,
    private readonly callers: CallerTabs,
    private readonly places: PlacesTold,
    private readonly memories: Memories,
  ) {}

  onApplicationBootstrap(): void {
    this.#duty = every(EVERY, () => this.tick());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  async tick(): Promise<void> {
    for (const line of new Set([...this.callers.lines, ...this.places.lines])) await this.#tellPlaces(line);
  }

  /** A place that does not get through is told again, newer, at the next change; a wait that changed gets through. */
  async #tellPlaces(line: LineId): Promise<void> {
    if (await this.lines.isSettling(line)) return;
    const order = await this.lines.inOrder(line);
    this.places.keepOnly(line, new Set([...order, ...this.callers.idsOn(line).map(callerId)]));
    if (order.length === 0) return;
    const outlookAt = await this.overflow.outlooks(line);
    for (const [index, id] of order.entries()) {
      const person = { role: 'caller', id } as const;
      if (!this.callers.here(person)) continue;
      const outlook = outlookAt(index + 1, this.places.languageOf(line, id));
      const moved = this.places.next({ line, caller: id, place: index + 1 }, outlook);
      if (moved)
        this.callers.tell(person, { event: 'line.moved', ...(await this.#withTicket(line, id, moved)) });
    }
  }

  /** In one frame, or in none: what the page shows is what it can come back with (TL2). */
  async #withTicket(line: LineId, caller: CallerId, { payload, volatile, lower }: Moved) {
    const ticket = lower ? await this.memories.sealedAgain(line, caller, payload.place) : undefined;
    return { volatile, payload: { ...payload, ...(ticket !== undefined && { ticket }) } };
  }
}
