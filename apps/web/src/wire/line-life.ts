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
  #slept = false;
  /** Counts the questions: an answer to a former one proves nothing. */
  #asked = 0;

  constructor(clock: Clock, plan: LineLifePlan) {
    this.#clock = clock;
    this.#plan = plan;
  }

  /** It spoke: every doubt is over, unless the page has slept, and may be hearing what was said long ago. */
  spoke(): void {
    if (this.#slept) return;
    this.stop();
    this.#listen();
  }

  /** The page is put to sleep, with all that it waits for: from now on only an answer to a new question counts. */
  sleep(): void {
    this.stop();
    this.#slept = true;
    this.#asked += 1;
    this.#listen();
  }

  /** Doubted again while it is asked, the first question counts. */
  doubt(): void {
    if (this.#cancelDoubt) return;
    this.#cancelDoubt = this.#clock.after(ALIVE_WITHIN, () => {
      this.stop();
      this.#plan.died();
    });
    this.#asked += 1;
    const asked = this.#asked;
    this.#plan.ask(() => {
      if (asked === this.#asked) this.#slept = false;
      this.spoke();
    });
  }

  stop(): void {
    this.#cancelQuiet?.();
    this.#cancelDoubt?.();
    this.#cancelDoubt = undefined;
    this.#slept = false;
  }

  #listen(): void {
    this.#cancelQuiet = this.#clock.after(QUIET_AFTER, () => {
      this.#plan.quiet();
      this.doubt();
    });
  }
}
