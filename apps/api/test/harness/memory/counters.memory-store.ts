// Counters kept in this process for a test.
import type { LineId } from '@veille/domain';
import type { Counted, Counts } from '@veille/domain';
import { countsFrom } from '../../../src/counters/counts-record.js';
import { CountersStore } from '../../../src/counters/counters.store.js';

export class CountersMemoryStore extends CountersStore {
  readonly #counts = new Map<string, Record<string, string>>();

  async add(line: LineId, day: string, counted: readonly Counted[]): Promise<void> {
    const counts = this.#counts.get(`${line}/${day}`) ?? {};
    for (const one of counted) counts[one] = String(Number(counts[one] ?? 0) + 1);
    this.#counts.set(`${line}/${day}`, counts);
  }

  async of(line: LineId, day: string): Promise<Counts> {
    return countsFrom(this.#counts.get(`${line}/${day}`) ?? {});
  }
}
