// Counts what happens on a line, without who: the day is the line's own, and a count that fails hurts nobody.
import { Injectable } from '@nestjs/common';
import {
  bandOf,
  type Countable,
  dayOn,
  type Duration,
  hourIn,
  lengthBandOf,
  type LineId,
  type PlaceId,
  type Counted,
  type Numbered,
  type Today,
  todayFrom,
} from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { Clock } from '../platform/clock/clock.js';
import { CountersStore } from './counters.store.js';

/** What else is known of what is counted; each becomes a band or a place, never a time. */
type Known = { readonly waited?: Duration; readonly lasted?: Duration; readonly from?: PlaceId };

@Injectable()
export class CountersService {
  constructor(
    private readonly store: CountersStore,
    private readonly associations: AssociationService,
    private readonly clock: Clock,
  ) {}

  /** Never rejects: a number less is worth no caller's place (CT3). */
  async count(id: LineId, what: readonly Countable[], { waited, lasted, from }: Known = {}): Promise<void> {
    const line = await this.associations.line(id).catch(() => 'no-such-line' as const);
    if (line === 'no-such-line') return;
    const now = this.clock.now();
    const hour = hourIn(line.timeZone, now);
    const numbered: Numbered[] = [
      ...what,
      ...(waited === undefined ? [] : [`wait:${bandOf(waited)}` as const]),
      ...(lasted === undefined ? [] : [`length:${lengthBandOf(lasted)}` as const]),
    ];
    const counted: Counted[] = [
      ...numbered,
      ...numbered.map((one) => `hour:${hour}:${one}` as const),
      ...(from === undefined ? [] : numbered.map((one) => `from:${from}:${one}` as const)),
    ];
    await this.store.add(id, dayOn(line, now), counted);
  }

  async today(id: LineId): Promise<Today | 'no-such-line'> {
    const line = await this.associations.line(id);
    if (line === 'no-such-line') return line;
    const [counts, posts] = await Promise.all([
      this.store.of(id, dayOn(line, this.clock.now())),
      this.associations.posts(line.association),
    ]);
    return todayFrom(counts, posts);
  }
}
