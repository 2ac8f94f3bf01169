// What every store of guesses must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { hours, minutes, mostGuesses, seconds } from '@veille/domain';
import type { GuessingStore } from './guessing.store.js';

const t0 = 1_795_000_000_000;
const by = (source: string) => ({ source, all: 'eve' });

export function keepsGuesses(aStore: () => Promise<GuessingStore>): void {
  it('[AC8] three guesses are free, each one more waits four times as long, up to an hour', async () => {
    const store = await aStore();
    let now = t0;
    for (const wait of [0, 0, 0, 0.5, 2, 8, 32, 60, 60].map(minutes)) {
      if (wait > 0) expect(await store.begin(by('a'), now + wait - 1)).toBe('too-fast');
      expect(await store.begin(by('a'), (now += wait))).toBe('go-on');
      // An hour without a guess is the end of it, and the next three are free again.
      if (wait === hours(1)) break;
    }
    expect(await store.begin(by('a'), now)).toBe('go-on');
    expect(await store.begin(by('a'), now)).toBe('go-on');
    expect(await store.begin(by('a'), now)).toBe('too-fast');
  });

  it('[AC8] of a hundred at once, three go on', async () => {
    const store = await aStore();
    const said = await Promise.all(Array.from({ length: 100 }, () => store.begin(by('a'), t0)));
    expect(said.filter((word) => word === 'go-on')).toHaveLength(3);
  });

  it('[AC18] from wherever they come, ten go on in any hour', async () => {
    const store = await aStore();
    const { count, within } = mostGuesses;
    for (let n = 0; n < count; n += 1)
      expect(await store.begin(by(`from ${n}`), t0 + n * seconds(60))).toBe('go-on');
    expect(await store.begin(by('one more'), t0 + within - 1)).toBe('too-fast');
    expect(await store.begin(by('one more'), t0 + within)).toBe('go-on');
    expect(await store.begin(by('yet another'), t0 + within)).toBe('too-fast');
    expect(await store.begin({ source: 'from 1', all: 'paul' }, t0 + within)).toBe('go-on');
  });

  it('[AC8, AC18] a right guess slows its source no more, and leaves what others did', async () => {
    const store = await aStore();
    for (const source of ['b', 'c', 'd']) for (const _ of [1, 2, 3]) await store.begin(by(source), t0);
    expect(await store.begin(by('a'), t0 + 1)).toBe('go-on');
    expect(await store.begin(by('a'), t0 + 2)).toBe('too-fast');
    await store.wasRight(by('a'), t0 + 1);
    expect(await store.begin(by('a'), t0 + 3)).toBe('go-on');
    expect(await store.begin(by('b'), t0 + 3)).toBe('too-fast');
  });

  it('[AC6] a guess that is taken back never was', async () => {
    const store = await aStore();
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      expect(await store.begin(by('a'), t0)).toBe('go-on');
      await store.takeBack(by('a'), t0);
    }
    for (const _ of [1, 2, 3]) await store.begin(by('a'), t0);
    await store.takeBack(by('a'), t0);
    expect(await store.begin(by('a'), t0)).toBe('go-on');
    expect(await store.begin(by('a'), t0)).toBe('too-fast');
    for (const source of ['b', 'c']) for (const _ of [1, 2, 3]) await store.begin(by(source), t0);
    expect(await store.begin(by('d'), t0)).toBe('go-on');
    expect(await store.begin(by('e'), t0)).toBe('too-fast');
    await store.takeBack(by('nobody'), t0);
    expect(await store.begin(by('e'), t0)).toBe('go-on');
  });

  it('[AC19] a browser is known for the names it was opened under, and for no other', async () => {
    const store = await aStore();
    await store.know({ browser: 'b', name: 'eve' }, hours(1));
    await store.know({ browser: 'b', name: 'paul' }, hours(1));
    expect(await store.isKnown({ browser: 'b', name: 'eve' })).toBe(true);
    expect(await store.isKnown({ browser: 'b', name: 'paul' })).toBe(true);
    expect(await store.isKnown({ browser: 'b', name: 'vera' })).toBe(false);
    expect(await store.isKnown({ browser: 'c', name: 'eve' })).toBe(false);
  });
}
