// A short cut is nobody's worry; a long one is said within five seconds.
import { describe, expect, it } from '@jest/globals';
import { heldClock } from '../../test/held-clock.js';
import { LinkWatch } from './link.js';

function watched() {
  const told: string[] = [];
  const { clock, advance } = heldClock();
  return { told, advance, watch: new LinkWatch(clock, (link) => told.push(link)) };
}

describe('the link to the service', () => {
  it('[FA3] is said to be lost within five seconds, however often it fails meanwhile', () => {
    const { told, advance, watch } = watched();
    for (let second = 0; second < 5; second += 1) {
      watch.down();
      advance(1_000);
    }
    expect(told).toEqual(['lost']);
  });

  it('[FA3] a short cut is not said at all', () => {
    const { told, advance, watch } = watched();
    watch.up();
    watch.down();
    advance(3_000);
    watch.up();
    advance(60_000);
    expect(told).toEqual(['open']);
  });
});
