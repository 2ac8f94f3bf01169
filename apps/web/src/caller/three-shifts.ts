// The way out without looking: Shift pressed three times in a row. Writing capitals is not that: there a letter comes between.
import type { Clock } from '../wire/clock.js';

const TIMES = 3;
/** From the first to the last. */
const WITHIN = 3_000;

type Key = Pick<KeyboardEvent, 'key' | 'repeat'>;

export class ThreeShifts {
  readonly #clock: Clock;
  #pressedAt: number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True at the third. */
  press({ key, repeat }: Key): boolean {
    if (repeat) return false;
    if (key !== 'Shift') {
      this.#pressedAt = [];
      return false;
    }
    const now = this.#clock.now();
    this.#pressedAt = [...this.#pressedAt, now].slice(-TIMES);
    const [first = now] = this.#pressedAt;
    return this.#pressedAt.length === TIMES && now - first <= WITHIN;
  }
}
