// The one clock of the house: the live store's time, carried on by a monotonic counter, so that all nodes agree.

/** Milliseconds since the epoch. */
export abstract class Clock {
  abstract now(): number;
}

const TRUSTED_ROUND_TRIP = 50;

/** Reads Redis' TIME now and then, and counts on from it: a jump of this machine's own clock changes nothing in between. */
export class StoreClock extends Clock {
  #storeTime = 0;
  #countedAt = 0;

  /** `measure` answers the store's time in milliseconds; half the round trip is taken off as its age. */
  async set(measure: () => Promise<number>): Promise<void> {
    const asked = performance.now();
    const storeTime = await measure();
    const answered = performance.now();
    const age = answered - asked;
    const countedAt = (asked + answered) / 2;
    const off = Math.abs(storeTime - (this.#storeTime + countedAt - this.#countedAt));
    // An answer that took long says little of now, unless the store's clock itself has jumped.
    if (this.#storeTime > 0 && age > TRUSTED_ROUND_TRIP && off <= age) return;
    this.#countedAt = countedAt;
    this.#storeTime = storeTime;
  }

  now(): number {
    return Math.floor(this.#storeTime + performance.now() - this.#countedAt);
  }
}
