// How fast a page speaks: a few at once, then so many a second, so that a page that comes back with much to say is not
// taken for an unruly one and refused.
const PER_SECOND = 6;
const AT_ONCE = 20;

export class Pace {
  #allowed = AT_ONCE;
  #countedAt: number;

  constructor(now: number) {
    this.#countedAt = now;
  }

  /** How many may leave now. */
  allowed(now: number): number {
    const grown = ((now - this.#countedAt) / 1_000) * PER_SECOND;
    this.#allowed = Math.min(AT_ONCE, this.#allowed + grown);
    this.#countedAt = now;
    return Math.floor(this.#allowed);
  }

  spend(count: number): void {
    this.#allowed -= count;
  }
}
