// What every store of counters must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { lineId } from '@veille/domain';
import type { Counts, CountersStore } from './counters.store.js';

const line = lineId('principale');
const nothing: Counts = {
  arrived: 0,
  answered: 0,
  'left-waiting': 0,
  'under-1': 0,
  '1-to-5': 0,
  '5-to-10': 0,
  '10-to-25': 0,
  '25-to-45': 0,
  'over-45': 0,
};

export function keepsCounters(aStore: () => Promise<CountersStore>): void {
  it('[CT1] a day begins at nothing', async () => {
    expect(await (await aStore()).of(line, '2026-11-21')).toEqual(nothing);
  });

  it('[CT1] counts all of what happened', async () => {
    const store = await aStore();
    await store.add(line, '2026-11-21', ['arrived']);
    await store.add(line, '2026-11-21', ['answered', '10-to-25']);
    await store.add(line, '2026-11-21', ['answered', '10-to-25']);
    expect(await store.of(line, '2026-11-21')).toEqual({
      ...nothing,
      arrived: 1,
      answered: 2,
      '10-to-25': 2,
    });
  });

  it('[CT1] loses none of what happens at once', async () => {
    const store = await aStore();
    await Promise.all(Array.from({ length: 50 }, () => store.add(line, '2026-11-21', ['arrived'])));
    expect(await store.of(line, '2026-11-21')).toEqual({ ...nothing, arrived: 50 });
  });

  it('[CT1] keeps days and lines apart', async () => {
    const store = await aStore();
    await store.add(line, '2026-11-21', ['arrived']);
    expect(await store.of(line, '2026-11-22')).toEqual(nothing);
    expect(await store.of(lineId('another'), '2026-11-21')).toEqual(nothing);
  });
}
