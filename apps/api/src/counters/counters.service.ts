// Counts what happens on a line, without who: the day is the line's own, and a count that fails hurts nobody.
import { Injectable } from '@nestjs/common';
import { bandOf, dayOn, type Duration, type LineId, medianBand, type WaitBand } from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { Clock } from '../platform/clock/clock.js';
import { type Counted, CountersStore } from './counters.store.js';

export type Today = {
  readonly arrived: number;
  readonly answered: number;
  readonly leftWaiting: number;
  readonly medianWait: WaitBand | null;
};

@Injectable()
export class CountersService {
  constructor(
    private readonly store: CountersStore,
    private readonly associations: AssociationService,
    private readonly clock: Clock,
  ) {}

  async arrived(line: LineId): Promise<void> {
    await this.#count(line, ['arrived']);
  }

  async answered(line: LineId, waited: Duration): Promise<void> {
    await this.#count(line, ['answered', bandOf(waited)]);
  }

  async leftWaiting(line: LineId): Promise<void> {
    await this.#count(line, ['left-waiting']);
  }

  async today(id: LineId): Promise<Today | 'no-such-line'> {
    const day = await this.#dayOn(id);
    if (day === undefined) return 'no-such-line';
    const counts = await this.store.of(id, day);
    const { arrived, answered, 'left-waiting': leftWaiting } = counts;
    return { arrived, answered, leftWaiting, medianWait: medianBand(counts) };
  }

  /** Never rejects: a number less is worth no caller's place (CT3). */
  async #count(line: LineId, counted: readonly Counted[]): Promise<void> {
    const day = await this.#dayOn(line).catch(() => undefined);
    if (day !== undefined) await this.store.add(line, day, counted);
  }

  async #dayOn(id: LineId): Promise<string | undefined> {
    const line = await this.associations.line(id);
    return line === 'no-such-line' ? undefined : dayOn(line, this.clock.now());
  }
}
