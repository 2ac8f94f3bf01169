// Place ticks: once a second and line, one ranged read and one estimate tell every waiting tab of this node its place and its wait.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { callerId, type LineId } from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { LineService } from '../line/line.service.js';
import { OverflowService } from '../overflow/overflow.service.js';
import { type Duty, every } from '../platform/clock/every.js';
import { CallerTabs } from './face-tabs.js';
import { PlacesTold } from './places-told.js';

const EVERY = 1_000;

@Injectable()
export class PlaceTicks implements OnApplicationBootstrap, OnModuleDestroy {
  #duty: Duty | undefined;

  constructor(
    private readonly associations: AssociationService,
    private readonly lines: LineService,
    private readonly overflow: OverflowService,
    private readonly callers: CallerTabs,
    private readonly places: PlacesTold,
  ) {}

  onApplicationBootstrap(): void {
    this.#duty = every(EVERY, () => this.tick());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  async tick(): Promise<void> {
    if (this.callers.count === 0) return;
    for (const { id } of await this.associations.lines()) await this.#tellPlaces(id);
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
      if (moved) this.callers.tell(person, { event: 'line.moved', ...moved });
    }
  }
}
