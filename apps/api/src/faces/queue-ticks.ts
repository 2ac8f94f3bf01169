// Queue ticks: every volunteer is told how many wait and how long, never who, within a second of what their page shows changing.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type LineId, minutes } from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { LineService } from '../line/line.service.js';
import { type Duty, every } from '../platform/clock/every.js';
import { ListenTabs } from './face-tabs.js';

const EVERY = 1_000;
/** Said again now and then even when nothing changed: a telling may be lost. */
const REPEAT_EVERY = 10;

@Injectable()
export class QueueTicks implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #told = new Map<LineId, { readonly shown: string; readonly ticks: number }>();
  #duty: Duty | undefined;

  constructor(
    private readonly associations: AssociationService,
    private readonly lines: LineService,
    private readonly listeners: ListenTabs,
  ) {}

  onApplicationBootstrap(): void {
    this.#duty = every(EVERY, () => this.tick());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  async tick(): Promise<void> {
    if (this.listeners.count === 0) return;
    for (const { id } of await this.associations.lines()) await this.#tellQueue(id);
  }

  async #tellQueue(line: LineId): Promise<void> {
    const { waiting, longest } = await this.lines.queue(line);
    if (!this.#isDue(line, `${waiting} ${Math.floor(longest / minutes(1))} ${this.listeners.arrivals}`))
      return;
    this.listeners.tellLine(line, { event: 'line.queue', payload: { waiting, longest }, volatile: true });
  }

  /** `shown`: heads, whole minutes, and whoever came since and was told nothing yet. */
  #isDue(line: LineId, shown: string): boolean {
    const before = this.#told.get(line);
    const ticks = before?.shown === shown ? before.ticks + 1 : 0;
    this.#told.set(line, { shown, ticks });
    return ticks % REPEAT_EVERY === 0;
  }
}
