// A short cut is nobody's worry; a long one is said within five seconds.
import { describe, expect, it } from '@jest/globals';
import { heldClock } from '../../test/held-clock.js';
import { LinkWatch } from './link.js';

function watched() {
  const told: string[] = [];
  const { clock, advance } = heldClock();
  return {
    told,
    advance,
    watch: new LinkWatch(clock, (link, cut) => told.push(link === 'lost' ? `lost: ${cut}` : link)),
  };
}

describe('the link to the service', () => {
  it('[FA3] is said to be lost within five seconds, however often it fails meanwhile', () => {
    const { told, advance, watch } = watched();
    for (let second = 0; second < 5; second += 1) {
      watch.down();
      advance(1_000);
    }
    expect(told).toEqual(['lost: line']);
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

  it('[FA21] whose cut it is holds until all is well, and a network that is back leaves the line', () => {
    const { told, advance, watch } = watched();
    watch.down('device');
    watch.down();
    advance(4_000);
    watch.deviceIsBack();
    watch.down('service');
    watch.down();
    watch.up();
    watch.silent();
    expect(told).toEqual(['lost: device', 'lost: line', 'lost: service', 'open', 'lost: line']);
  });
});
