// A page calls its person back by the tab's name, and by sound only when they asked for it and it can be heard.
import { describe, expect, it } from '@jest/globals';
import { Calling } from './calling.svelte.js';

function aCalling({ heard = true } = {}) {
  const done: string[] = [];
  const ring = { unlock: () => Promise.resolve(heard), once: () => void done.push('rings') };
  const clock = { now: () => 0 };
  return { done, calling: new Calling({ ring, vibrate: () => void done.push('trembles') }, clock) };
}

describe('calling', () => {
  it('[FA24] is silent unless it was asked for', async () => {
    const { calling, done } = aCalling();
    calling.call();
    expect([calling.isUnseen, done]).toEqual([true, []]);
    await calling.turn(true);
    calling.call();
    expect(done).toEqual(['rings', 'rings', 'trembles']);
    await calling.turn(false);
    calling.call();
    expect(done).toHaveLength(3);
  });

  it('[FA24] says so where the browser plays nothing, and is over when a hand is on the page', async () => {
    const { calling } = aCalling({ heard: false });
    await calling.turn(true);
    expect(calling.isUnheard).toBe(true);
    calling.call();
    calling.seen();
    expect(calling.isUnseen).toBe(false);
  });
});
