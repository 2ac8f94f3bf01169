// Work that would eat the machine if everybody had theirs at once: some run, some wait, the rest is told to come back.

export class FewAtOnce {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly most: { running: number; waiting: number }) {}

  /** Runs `work` when its turn comes, first come first served. `unavailable`: it was not begun and never will be. */
  async run<T>(work: () => Promise<T>): Promise<T | 'unavailable'> {
    if (this.#running < this.most.running) this.#running += 1;
    else if (this.#waiting.length >= this.most.waiting) return 'unavailable';
    else await new Promise<void>((turn) => this.#waiting.push(turn));
    try {
      return await work();
    } finally {
      this.#passTurn();
    }
  }

  /** A turn goes from hand to hand: nobody who comes meanwhile slips in between. */
  #passTurn(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
