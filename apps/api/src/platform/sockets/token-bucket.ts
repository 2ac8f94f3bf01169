// A token bucket: so many at once, so many a second after that. In memory, one per socket.
export class TokenBucket {
  #tokens: number;
  #filledAt = performance.now();

  constructor(private readonly rate: { perSecond: number; burst: number }) {
    this.#tokens = rate.burst;
  }

  /** Takes one, or answers that there is none. */
  take(now = performance.now()): boolean {
    const { perSecond, burst } = this.rate;
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#filledAt) / 1_000) * perSecond);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
