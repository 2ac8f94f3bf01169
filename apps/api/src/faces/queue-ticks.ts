// Queue ticks: once a second and line, every volunteer is told how many wait and how long, never who.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type LineId } from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { LineService } from '../line/line.service.js';
import { type Duty, every } from '../platform/clock/every.js';
import { ListenTabs } from './face-tabs.js';

const EVERY = 1_000;

@Injectable()
export class QueueTicks implements OnApplicationBootstrap, OnModuleDestroy {
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
    this.listeners.tellLine(line, { event: 'line.queue', payload: { waiting, longest }, volatile: true });
  }
}
