// Whether a line that is open still lives: it is not asked while it speaks, and asked once when it should have spoken.
import type { Clock } from './clock.js';

/** A line that gives no sign of life for so long after it was asked is taken for dead. */
export const ALIVE_WITHIN = 2_000;
/** The service speaks every ten seconds, to every page. */
export const QUIET_AFTER = 12_000;

export type LineLifePlan = {
  /** Asks anything that is answered. */
  ask(answered: () => void): void;
  /** It should have spoken, and did not. */
  quiet(): void;
  died(): void;
};

export class LineLife {
  readonly #clock: Clock;
  readonly #plan: LineLifePlan;
  #cancelQuiet: (() => void) | undefined;
  #cancelDoubt: (() => void) | undefined;

  constructor(clock: Clock, plan: LineLifePlan) {
    this.#clock = clock;
    this.#plan = plan;
  }

  /** It spoke: every doubt is over. */
  spoke(): void {
    this.stop();
    this.#cancelQuiet = this.#clock.after(QUIET_AFTER, () => {
      this.#plan.quiet();
      this.doubt();
    });
  }

  /** Doubted again while it is asked, the first question counts. */
  doubt(): void {
    if (this.#cancelDoubt) return;
    this.#cancelDoubt = this.#clock.after(ALIVE_WITHIN, () => {
      this.stop();
      this.#plan.died();
    });
    this.#plan.ask(() => this.spoke());
  }

  stop(): void {
    this.#cancelQuiet?.();
    this.#cancelDoubt?.();
    this.#cancelDoubt = undefined;
  }
}
