// What every store of closures must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { accountId, associationId, type Closure, closureLasts, lineId, networkId } from '@veille/domain';
import type { ClosureStore } from './closure.store.js';

const t0 = 1_795_000_000_000;
const here = { association: associationId('veille'), network: networkId('campus') };
const closure: Closure = {
  id: 'one',
  line: lineId('principale'),
  by: accountId('vera'),
  at: 'asked',
  until: t0 + closureLasts.asked,
  refused: 0,
};
const byClaude = { ...here, id: 'one', by: accountId('claude') };
const campus = [networkId('newer'), here.network];

export function keepsClosures(aStore: () => Promise<ClosureStore>): void {
  it('[CN1] an asking is kept once, and asked anew when it is over', async () => {
    const store = await aStore();
    expect(await store.ask(here, closure, t0)).toBe('asked');
    expect(await store.ask(here, { ...closure, id: 'two' }, t0 + 1)).toBe('asked-already');
    expect(await store.of(here.association)).toEqual([
      expect.objectContaining({ network: here.network, closure }),
    ]);
    expect(await store.of(associationId('other'))).toEqual([]);
    const again = { ...closure, id: 'two', until: closure.until + closureLasts.asked };
    expect(await store.ask(here, again, closure.until)).toBe('asked');
    expect(await store.of(here.association)).toEqual([expect.objectContaining({ closure: again })]);
  });

  it('[CN2] somebody else confirms it, once, in its time, by its name', async () => {
    const store = await aStore();
    expect(await store.confirm({ ...byClaude, now: t0 })).toBe('gone');
    await store.ask(here, closure, t0);
    expect(await store.confirm({ ...byClaude, by: closure.by, now: t0 })).toBe('same-person');
    expect(await store.confirm({ ...byClaude, id: 'two', now: t0 })).toBe('gone');
    expect(await store.confirm({ ...byClaude, now: closure.until })).toBe('gone');
    expect(await store.turnsAway(here.association, campus, t0)).toBe(false);
    expect(await store.confirm({ ...byClaude, now: closure.until - 1 })).toBe('closed');
    expect(await store.confirm({ ...byClaude, now: closure.until - 1 })).toBe('gone');
    const until = closure.until - 1 + closureLasts.closed;
    const [kept] = await store.of(here.association);
    expect(kept?.closure).toEqual({ ...closure, at: 'closed', until });
    expect(await store.ask(here, { ...closure, id: 'two' }, until - 1)).toBe('closed-already');
    expect(await store.ask(here, { ...closure, id: 'two' }, until)).toBe('asked');
  });

  it('[CN3, CN5] while it is closed who comes from there by any of its names is turned away and counted, and nobody else', async () => {
    const store = await aStore();
    await store.ask(here, closure, t0);
    await store.confirm({ ...byClaude, now: t0 });
    expect(await store.turnsAway(here.association, campus, t0)).toBe(true);
    expect(await store.turnsAway(here.association, [here.network], t0 + closureLasts.closed - 1)).toBe(true);
    expect(await store.turnsAway(here.association, [networkId('town')], t0)).toBe(false);
    expect(await store.turnsAway(associationId('other'), campus, t0)).toBe(false);
    const [kept] = await store.of(here.association);
    expect(kept?.closure).toMatchObject({ at: 'closed', refused: 2 });
    expect(await store.turnsAway(here.association, campus, t0 + closureLasts.closed)).toBe(false);
  });

  it('[CN4] it is opened again by its name, before its time', async () => {
    const store = await aStore();
    await store.ask(here, closure, t0);
    await store.confirm({ ...byClaude, now: t0 });
    expect(await store.open(here, 'two')).toBe('gone');
    expect(await store.open(here, 'one')).toBe('opened');
    expect(await store.open(here, 'one')).toBe('gone');
    expect(await store.turnsAway(here.association, campus, t0)).toBe(false);
    expect(await store.of(here.association)).toEqual([]);
  });
}
