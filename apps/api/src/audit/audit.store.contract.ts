// What every store of the staff audit must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { associationId, firstAssociation, hours } from '@veille/domain';
import type { AuditStore, ChainEnd } from './audit.store.js';

const here = firstAssociation.id;
const elsewhere = associationId('elsewhere');
const begin: ChainEnd = { number: 0, seal: 'zero' };
const place = (number: number): ChainEnd => ({ number, seal: `seal ${number}` });
const next = (number: number, before = place(number - 1)) => ({
  text: `text ${number}`,
  before: number === 1 ? begin : before,
  end: place(number),
});

async function withThree(store: AuditStore): Promise<AuditStore> {
  for (const number of [1, 2, 3]) expect(await store.append(here, next(number))).toBe('appended');
  return store;
}

export function keepsAudit(aStore: () => Promise<AuditStore>): void {
  it('[AU1] keeps nothing at first, and begins where its first record says', async () => {
    const store = await aStore();
    expect(await store.chain(here)).toBeUndefined();
    expect(await store.read(here, 0, 10)).toEqual([]);
    expect(await store.readBack(here, 0, 10)).toEqual([]);
    expect(await store.append(here, next(1))).toBe('appended');
    expect(await store.chain(here)).toEqual({ begins: begin, ends: place(1) });
  });

  it('[AU1] no chain begins in its middle', async () => {
    const store = await aStore();
    expect(await store.append(here, next(2))).toBe('moved-on');
    expect(await store.chain(here)).toBeUndefined();
    expect(await store.read(here, 0, 10)).toEqual([]);
  });

  it('[AU1] keeps them in order, from either end, a few at a time', async () => {
    const store = await withThree(await aStore());
    expect(await store.chain(here)).toEqual({ begins: begin, ends: place(3) });
    expect(await store.read(here, 0, 2)).toEqual(['text 1', 'text 2']);
    expect(await store.read(here, 2, 2)).toEqual(['text 3']);
    expect(await store.readBack(here, 0, 2)).toEqual(['text 3', 'text 2']);
    expect(await store.readBack(here, 2, 2)).toEqual(['text 1']);
    expect(await store.readBack(here, 3, 2)).toEqual([]);
  });

  it('[AU1] of many that are written after one, one is', async () => {
    const store = await withThree(await aStore());
    const rivals = ['a', 'b', 'c', 'd', 'e'].map((text) => store.append(here, { ...next(4), text }));
    expect((await Promise.all(rivals)).sort()).toEqual(['appended', ...Array<string>(4).fill('moved-on')]);
    expect(await store.read(here, 0, 10)).toHaveLength(4);
    expect(await store.append(here, { ...next(4), text: 'late', before: begin })).toBe('moved-on');
  });

  it('[AU1] one association’s chain is not another’s', async () => {
    const store = await withThree(await aStore());
    expect(await store.chain(elsewhere)).toBeUndefined();
    expect(await store.append(elsewhere, next(1))).toBe('appended');
    expect(await store.read(here, 0, 10)).toHaveLength(3);
    expect(await store.read(elsewhere, 0, 10)).toEqual(['text 1']);
  });

  it('[AU4] forgets the oldest, remembers where it begins since, and goes on', async () => {
    const store = await withThree(await aStore());
    expect(await store.forget(here, { first: 'text 2', count: 1, begins: place(2) })).toBe('moved-on');
    expect(await store.forget(here, { first: 'text 1', count: 2, begins: place(2) })).toBe('forgotten');
    expect(await store.forget(here, { first: 'text 1', count: 2, begins: place(2) })).toBe('moved-on');
    expect(await store.read(here, 0, 10)).toEqual(['text 3']);
    expect(await store.chain(here)).toEqual({ begins: place(2), ends: place(3) });
    expect(await store.forget(here, { first: 'text 3', count: 1, begins: place(3) })).toBe('forgotten');
    expect(await store.append(here, next(4))).toBe('appended');
    expect(await store.chain(here)).toEqual({ begins: place(3), ends: place(4) });
  });

  it('[AU5] says of each thing once that it is news, and of few things in all', async () => {
    const store = await aStore();
    const news = (about: string, association = here) =>
      store.isNews(association, { about, every: hours(1), inAll: 3 });
    expect([await news('a'), await news('a'), await news('b'), await news('c'), await news('d')]).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(await news('a', elsewhere)).toBe(true);
  });
}
