// What every store of networks must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { hours, networkId, type Rate, seconds } from '@veille/domain';
import type { NetworkStore } from './network.store.js';

const rate: Rate = { every: seconds(2), burst: 3, patience: seconds(3) };
const t0 = 1_795_000_000_000;
const from = (network: string) => ({ what: 'join', network: networkId(network) }) as const;

export function keepsNetworks(aStore: () => Promise<NetworkStore>): void {
  it('[NW1] of many nodes that make a half for one period, the first one’s is everybody’s', async () => {
    const store = await aStore();
    await Promise.all(['one', 'two', 'three'].map((half) => store.keep(7, half, hours(1))));
    const [half] = await store.halves([7]);
    await store.keep(7, 'four', hours(1));
    expect(['one', 'two', 'three']).toContain(half);
    expect(await store.halves([8, 7, 6])).toEqual([undefined, half, undefined]);
  });

  it('[NW3] a few come at once, the next wait their turn, one after the other, and no more than bear it', async () => {
    const store = await aStore();
    const waits = [];
    for (const _ of [1, 2, 3, 4, 5]) waits.push(await store.take(from('a'), rate, t0));
    expect(waits).toEqual([{ wait: 0 }, { wait: 0 }, { wait: 0 }, { wait: seconds(2) }, 'too-fast']);
    expect(await store.take(from('a'), rate, t0 + 999)).toBe('too-fast');
    expect(await store.take(from('a'), rate, t0 + 1_000)).toEqual({ wait: seconds(3) });
  });

  it('[NW3] who was told to come back cost the others nothing, and a quiet while makes it as if nobody had come', async () => {
    const store = await aStore();
    for (let n = 0; n < 20; n += 1) await store.take(from('a'), rate, t0);
    expect(await store.take(from('a'), rate, t0 + seconds(8))).toEqual({ wait: 0 });
    for (const _ of [1, 2, 3])
      expect(await store.take(from('a'), rate, t0 + seconds(60))).toEqual({ wait: 0 });
    expect(await store.take(from('a'), rate, t0 + seconds(60))).toEqual({ wait: seconds(2) });
  });

  it('[NW3] one network’s crowd is nobody else’s, and neither is what else it does', async () => {
    const store = await aStore();
    for (let n = 0; n < 5; n += 1) await store.take(from('a'), rate, t0);
    expect(await store.take(from('b'), rate, t0)).toEqual({ wait: 0 });
    expect(await store.take({ ...from('a'), what: 'sign-in' }, rate, t0)).toEqual({ wait: 0 });
  });
}
