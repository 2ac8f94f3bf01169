// What is behind the first screen is fetched until it is there.
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../test/eventually.js';
import { Arrival } from './arrival.svelte.js';

/** A network that fails as many times as said, and a clock that somebody else moves. */
function anArrival(failures: number) {
  const waits: (() => void)[] = [];
  const arrived: string[] = [];
  let tries = 0;
  const load = () => {
    tries += 1;
    return tries > failures ? Promise.resolve('all of it') : Promise.reject(new Error('no network'));
  };
  const after = (_: number, then: () => void) => {
    waits.push(then);
    return () => undefined;
  };
  const onarrived = (inside: string) => void arrived.push(inside);
  return { arrival: new Arrival({ load, clock: { after }, onarrived }), waits, arrived };
}

describe('arriving', () => {
  it('[FA46] what cannot be fetched is said to be out of reach, and arrives once it can', async () => {
    const { arrival, waits, arrived } = anArrival(2);
    await arrival.begin();
    expect([arrival.isLost, arrived]).toEqual([true, []]);
    waits[0]?.();
    await eventually(() => expect(waits).toHaveLength(2));
    expect([arrival.isLost, arrived]).toEqual([true, []]);
    waits[1]?.();
    await eventually(() => expect(arrived).toEqual(['all of it']));
    expect([arrival.isLost, arrival.inside, waits.length]).toEqual([false, 'all of it', 2]);
  });

  it('[FA46] what is there at once is never said to be out of reach', async () => {
    const { arrival, waits, arrived } = anArrival(0);
    await arrival.begin();
    expect([arrival.isLost, arrived, waits]).toEqual([false, ['all of it'], []]);
  });
});
