// A ring is said to be heard only while the browser plays: it may stop a page's sound, and take it up again.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Ring } from './ring.js';

class FakeAudio {
  state = 'suspended';
  onstatechange: (() => void) | undefined;
  resume() {
    this.turn('running');
    return Promise.resolve();
  }
  turn(state: string) {
    this.state = state;
    this.onstatechange?.();
  }
}

let made: FakeAudio[];
beforeEach(() => {
  made = [];
  const AudioContext = class extends FakeAudio {
    constructor() {
      super();
      made.push(this);
    }
  };
  Object.assign(globalThis, { AudioContext });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'AudioContext');
});

describe('a ring', () => {
  it('[FA31] is heard from the first touch until the browser stops it, and says so each time', async () => {
    const told: boolean[] = [];
    const ring = new Ring(() => told.push(ring.isHeard));
    await ring.resume();
    expect([made.length, ring.isHeard]).toEqual([0, false]);
    expect(await ring.unlock()).toBe(true);
    made[0]?.turn('interrupted');
    expect(ring.isHeard).toBe(false);
    await ring.resume();
    expect([made.length, told]).toEqual([1, [true, false, true]]);
  });
});
