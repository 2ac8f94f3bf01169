// How soon a page that found nobody knocks again.
import { describe, expect, it } from '@jest/globals';
import { heldClock } from '../../test/held-clock.js';
import { Knocking, nextKnock } from './knocking.js';

const [soonest, latest] = [0, 1];

describe('the pace of a page that comes back', () => {
  it('[FA7] is never longer than a second while the line has been out for ten', () => {
    for (let out = 0; out <= 10_000; out += 100)
      expect(nextKnock({ tries: 99, out }, latest)).toBeLessThanOrEqual(1_000);
  });

  it('[FA7] begins at once, at moments that are spread', () => {
    expect(nextKnock({ tries: 0, out: 0 }, latest)).toBeLessThan(300);
    expect(nextKnock({ tries: 0, out: 0 }, soonest)).toBeGreaterThan(0);
    const spread = nextKnock({ tries: 5, out: 5_000 }, latest) / nextKnock({ tries: 5, out: 5_000 }, soonest);
    expect(spread).toBeGreaterThan(5);
  });

  it('[FA7] waits at most a tenth of what it was out already, and half a minute', () => {
    expect(nextKnock({ tries: 99, out: 60_000 }, latest)).toBeCloseTo(6_000);
    expect(nextKnock({ tries: 99, out: 86_400_000 }, latest)).toBeLessThan(30_000);
    expect(nextKnock({ tries: 99, out: 600_000 }, soonest)).toBeGreaterThan(3_000);
  });

  it('[FA7] does not go on every second through a night, and begins anew once it was let in', () => {
    const time = heldClock();
    let knocks = 0;
    const knocking = new Knocking(time.clock, () => {
      knocks += 1;
      knocking.again();
    });
    const knocksIn = (milliseconds: number) => {
      knocks = 0;
      for (let passed = 0; passed < milliseconds; passed += 100) time.advance(100);
      return knocks;
    };
    knocking.again();
    expect(knocksIn(10_000)).toBeGreaterThan(9);
    knocksIn(600_000);
    expect(knocksIn(60_000)).toBeLessThan(20);
    knocking.letIn();
    knocking.again();
    expect(knocksIn(2_000)).toBeGreaterThan(1);
  });

  it('[FA7] what is waited for is forgotten when the page is closed', () => {
    const time = heldClock();
    let knocks = 0;
    const knocking = new Knocking(time.clock, () => (knocks += 1));
    knocking.within(1_000);
    knocking.stop();
    time.advance(60_000);
    expect(knocks).toBe(0);
  });
});
