// The one clock of the house: the live store's time, carried on by a monotonic counter, never the wall.

/** Milliseconds since the epoch. */
export abstract class Clock {
  abstract now(): number;
}

const TRUSTED_ROUND_TRIP = 50;

/** Reads Redis' TIME now and then, and counts on from it: a jump of this machine's wall clock changes nothing. */
export class StoreClock extends Clock {
  #storeTime = 0;
  #countedAt = 0;

  /** `measure` answers the store's time in milliseconds; half the round trip is taken off as its age. */
  async set(measure: () => Promise<number>): Promise<void> {
    const asked = performance.now();
    const storeTime = await measure();
    const answered = performance.now();
    // An answer that took long says little of now; what is counted on from is better, once there is something.
    if (this.#storeTime > 0 && answered - asked > TRUSTED_ROUND_TRIP) return;
    this.#countedAt = (asked + answered) / 2;
    this.#storeTime = storeTime;
  }

  now(): number {
    return Math.floor(this.#storeTime + performance.now() - this.#countedAt);
  }
}
