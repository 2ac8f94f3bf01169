// What every store of recent figures must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { hours, lineId, minutes, nothingRecent } from '@veille/domain';
import type { OverflowStore } from './overflow.store.js';

const line = lineId('principale');
const now = Date.UTC(2026, 10, 21, 22, 5);

export function keepsRecentFigures(aStore: () => Promise<OverflowStore>): void {
  it('[OV8] knows nothing at first', async () => {
    const store = await aStore();
    expect(await store.recent(line, now)).toEqual(nothingRecent);
    expect(await store.isOverflowing(line)).toBe(false);
  });

  it('[OV8] adds up what happened lately', async () => {
    const store = await aStore();
    await store.add(line, now - minutes(50), { conversations: 1, talked: minutes(30) });
    await Promise.all([1, 2, 3].map(() => store.add(line, now, { arrivals: 1, waited: 1_500 })));
    await store.add(line, now, { leavers: 1 });
    expect(await store.recent(line, now)).toEqual({
      arrivals: 3,
      conversations: 1,
      talked: minutes(30),
      leavers: 1,
      waited: 4_500,
    });
  });

  it('[OV8] forgets within hours, and never mixes lines', async () => {
    const store = await aStore();
    await store.add(line, now, { arrivals: 1 });
    expect(await store.recent(line, now + hours(2))).toEqual(nothingRecent);
    expect(await store.recent(lineId('autre'), now)).toEqual(nothingRecent);
  });

  it('[OV9] of many who say a new word at once, one learns that it changed', async () => {
    const store = await aStore();
    expect(await store.say(line, 'overflow', 'ended')).toBeUndefined();
    const before = await Promise.all([1, 2, 3, 4].map(() => store.say(line, 'overflow', 'started')));
    expect(before.filter((word) => word === 'ended')).toHaveLength(1);
    expect(await store.isOverflowing(line)).toBe(true);
    expect(await store.isOverflowing(lineId('autre'))).toBe(false);
  });

  it('[OV9] what is said of opening is apart', async () => {
    const store = await aStore();
    await store.say(line, 'overflow', 'started');
    expect(await store.say(line, 'opening', 'open')).toBeUndefined();
    expect(await store.say(line, 'opening', 'closed')).toBe('open');
  });
}
