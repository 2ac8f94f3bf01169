// A hand on a page of the staff keeps them signed in, and a page nobody touches asks before it is too late.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { heldClock } from '../../test/held-clock.js';
import { Staying } from './staying.svelte.js';

const minutes = (many: number): number => many * 60_000;

let clock: ReturnType<typeof heldClock>;
let said: string[];
let staying: Staying;
beforeEach(() => {
  clock = heldClock();
  said = [];
  staying = new Staying(clock.clock, () => said.push('told'));
  staying.whenAsked = () => said.push('asked');
});

describe('staying', () => {
  it('[AC9] the service hears of a hand on the page, at most once in two minutes', () => {
    staying.begin();
    for (let passed = 0; passed < 20; passed += 1) {
      clock.advance(minutes(1));
      staying.stirs();
    }
    expect(said).toEqual(Array(10).fill('told'));
  });

  it('[AC9] a page nobody touched for 25 minutes asks, and a touch is enough', () => {
    staying.begin();
    clock.advance(minutes(24));
    expect(staying.isAsked).toBe(false);
    clock.advance(minutes(1));
    expect([staying.isAsked, said]).toEqual([true, ['asked']]);
    staying.stirs();
    expect([staying.isAsked, said]).toEqual([false, ['asked', 'told']]);
  });

  it('[AC9] whenever the last touch was, it asks two minutes before the session is over', () => {
    const [inHalfMinutes, writtenLate] = [minutes(0.5), minutes(1)];
    for (let touches = 0; touches < 12; touches += 1) {
      let toldAt = 0;
      const held = heldClock();
      const one = new Staying(held.clock, () => (toldAt = held.clock.now()));
      one.begin();
      for (let touch = 0; touch < touches; touch += 1) {
        held.advance(inHalfMinutes);
        one.stirs();
      }
      while (!one.isAsked) held.advance(inHalfMinutes);
      expect(toldAt - writtenLate + minutes(30) - held.clock.now()).toBeGreaterThanOrEqual(minutes(2));
    }
  });

  it('[AC9] before anybody came in, and after they left, nothing is told and nobody is asked', () => {
    staying.stirs();
    staying.begin();
    staying.end();
    clock.advance(minutes(60));
    staying.stirs();
    expect([staying.isAsked, said]).toEqual([false, []]);
  });
});
