// Rebuilding: twice a second the epoch of each line is read; when it is another one, everybody with a tab on this node is put back.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { LineId } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { type Duty, every } from '../platform/clock/every.js';
import { reported } from '../platform/log/log.js';
import { RebuildService } from '../rebuild/rebuild.service.js';
import { Leases } from './leases.js';
import { Memories } from './memories.js';
import { Outages } from './outages.js';

const EVERY = 500;

@Injectable()
export class RebuildDuty implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #epochs = new Map<LineId, string>();
  readonly #settling = new Set<LineId>();
  #duty: Duty | undefined;

  constructor(
    private readonly rebuild: RebuildService,
    private readonly memories: Memories,
    private readonly leases: Leases,
    private readonly outages: Outages,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#duty = every(EVERY, () => this.look());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  async look(): Promise<void> {
    this.memories.forgetWhoIsLongOver();
    const { lines } = this.leases;
    this.outages.keepOnly(lines);
    const looked = [...lines].map((line) =>
      this.#lookAt(line).catch(reported('a line could not be rebuilt yet')),
    );
    await Promise.all(looked);
  }

  async #lookAt(line: LineId): Promise<void> {
    const seen = this.rebuild.epoch(line);
    void seen.then(
      () => this.outages.answered(line),
      () => this.outages.missed(line),
    );
    const { name, settles } = await seen;
    const before = this.#epochs.get(line);
    if (before !== name) {
      await this.memories.sayWhoIsOver(line, name);
      await this.leases.comeBack(line, name);
    }
    // Only now: what failed half-way is begun again.
    this.#epochs.set(line, name);
    if (settles > this.clock.now()) this.#settling.add(line);
    else if (this.#settling.delete(line)) await this.leases.tellAgain(line);
  }
}
