// A page speaks no faster than the service lets it.
import { describe, expect, it } from '@jest/globals';
import { Pace } from './pace.js';

describe('pace', () => {
  it('[SM11] lets twenty leave at once, then six a second, and saves up no more than twenty', () => {
    const pace = new Pace(0);
    expect(pace.allowed(0)).toBe(20);
    pace.spend(20);
    expect(pace.allowed(0)).toBe(0);
    expect(pace.allowed(1_000)).toBe(6);
    expect(pace.allowed(60_000)).toBe(20);
  });
});
