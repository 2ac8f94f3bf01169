// What every store of counters must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { lineId } from '@veille/domain';
import type { Counts } from '@veille/domain';
import type { CountersStore } from './counters.store.js';

const line = lineId('principale');
const nothing: Counts = new Map();

export function keepsCounters(aStore: () => Promise<CountersStore>): void {
  it('[CT1] a day begins at nothing', async () => {
    expect(await (await aStore()).of(line, '2026-11-21')).toEqual(nothing);
  });

  it('[CT1] counts all of what happened', async () => {
    const store = await aStore();
    await store.add(line, '2026-11-21', ['offered']);
    await store.add(line, '2026-11-21', ['answered', 'wait:10-to-25', 'from:home:answered']);
    await store.add(line, '2026-11-21', ['answered', 'wait:10-to-25', 'from:home:answered']);
    expect(await store.of(line, '2026-11-21')).toEqual(
      new Map(Object.entries({ offered: 1, answered: 2, 'wait:10-to-25': 2, 'from:home:answered': 2 })),
    );
  });

  it('[CT1] loses none of what happens at once', async () => {
    const store = await aStore();
    await Promise.all(Array.from({ length: 50 }, () => store.add(line, '2026-11-21', ['offered'])));
    expect(await store.of(line, '2026-11-21')).toEqual(new Map([['offered', 50]]));
  });

  it('[CT1] keeps days and lines apart', async () => {
    const store = await aStore();
    await store.add(line, '2026-11-21', ['offered']);
    expect(await store.of(line, '2026-11-22')).toEqual(nothing);
    expect(await store.of(lineId('another'), '2026-11-21')).toEqual(nothing);
  });
}
