// Queue ticks: once a second and line, one ranged read tells every waiting tab of this node its place, and every volunteer the numbers.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type LineId } from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { LineService } from '../line/line.service.js';
import { type Duty, every } from '../platform/clock/every.js';
import { CallerTabs, ListenTabs } from './face-tabs.js';
import { PlacesTold } from './places-told.js';

const EVERY = 1_000;

@Injectable()
export class QueueTicks implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #places = new PlacesTold();
  #duty: Duty | undefined;

  constructor(
    private readonly associations: AssociationService,
    private readonly lines: LineService,
    private readonly callers: CallerTabs,
    private readonly listeners: ListenTabs,
  ) {}

  onApplicationBootstrap(): void {
    this.#duty = every(EVERY, () => this.tick());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  async tick(): Promise<void> {
    for (const { id } of await this.associations.lines()) {
      if (this.callers.count > 0) await this.#tellPlaces(id);
      if (this.listeners.count > 0) await this.#tellQueue(id);
    }
  }

  /** Volatile: a place that does not get through is told again, newer, at the next change. */
  async #tellPlaces(line: LineId): Promise<void> {
    const order = await this.lines.inOrder(line);
    for (const [index, id] of order.entries()) {
      const person = { role: 'caller', id } as const;
      if (!this.callers.here(person)) continue;
      const place = this.#places.next(id, index + 1);
      if (place !== undefined)
        this.callers.tell(person, { event: 'line.moved', payload: { place }, volatile: true });
    }
    this.#places.keepOnly(new Set(order));
  }

  async #tellQueue(line: LineId): Promise<void> {
    const { waiting, longest } = await this.lines.queue(line);
    this.listeners.tellAll({ event: 'line.queue', payload: { waiting, longest }, volatile: true });
  }
}
