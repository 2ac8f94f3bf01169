// A clock that stands still until a test moves it.
import { Clock } from '../../src/platform/clock/clock.js';

export class FakeClock extends Clock {
  #now = Date.UTC(2026, 10, 21, 22, 0);

  now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
