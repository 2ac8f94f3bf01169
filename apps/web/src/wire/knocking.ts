// When a page knocks again at a service that is not there: soon at first, and later never much longer than it was out already,
// each page at moments of its own, so that a thousand do not come back together.
import type { Clock } from './clock.js';

const FIRST = 150;
/** While the line has been out for seconds only: a service that starts again is found within a second of its being there. */
const SOON = 450;
/** Of the time the line has been out: with the spread at its most, a tenth of it. */
const SHARE = 1 / 18;
const LATEST = 16_000;
const SPREAD = 0.8;

/** Milliseconds until the next knock. `tries`: that found nobody; `out`: milliseconds since the line went; `chance`: from 0 to 1. */
export function nextKnock({ tries, out }: { tries: number; out: number }, chance: number): number {
  const longest = Math.min(LATEST, Math.max(SOON, out * SHARE));
  return Math.min(FIRST * 2 ** tries, longest) * (1 + SPREAD * (2 * chance - 1));
}

export class Knocking {
  readonly #clock: Clock;
  readonly #knock: () => void;
  #tries = 0;
  #outSince: number | undefined;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, knock: () => void) {
    this.#clock = clock;
    this.#knock = knock;
  }

  /** Nobody is there, or not any more. */
  again(): void {
    const now = this.#clock.now();
    this.#outSince ??= now;
    this.#after(nextKnock({ tries: this.#tries, out: now - this.#outSince }, Math.random()));
    this.#tries += 1;
  }

  /** Somebody is there, and said to come back. */
  within(milliseconds: number): void {
    this.#after(100 + Math.random() * milliseconds);
  }

  /** Whatever was waited for is forgotten. */
  stop(): void {
    this.#cancel?.();
  }

  letIn(): void {
    this.stop();
    this.#tries = 0;
    this.#outSince = undefined;
  }

  #after(milliseconds: number): void {
    this.stop();
    this.#cancel = this.#clock.after(milliseconds, this.#knock);
  }
}
