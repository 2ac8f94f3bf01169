// The last word of someone who leaves: the page says goodbye at once, and goes on trying for a while to tell the service,
// so that a place or a listener is not held for nobody.
import type { Reply } from '@veille/shared';
import type { Clock } from './clock.js';

export const PARTING_LASTS = 20_000;
export const SAID_AGAIN_AFTER = 2_000;

export class Parting {
  readonly #clock: Clock;
  readonly #over: () => void;
  #lastWord: (() => Promise<Reply<unknown>>) | undefined;
  #cancel: (() => void) | undefined;
  #cancelAgain: (() => void) | undefined;

  /** `over` is called once for each parting: the service knows, or will find out by itself. */
  constructor(clock: Clock, over: () => void) {
    this.#clock = clock;
    this.#over = over;
  }

  get underway(): boolean {
    return this.#lastWord !== undefined;
  }

  begin(lastWord: () => Promise<Reply<unknown>>): void {
    this.#lastWord = lastWord;
    this.#cancel = this.#clock.after(PARTING_LASTS, () => this.end());
    void this.sayAgain();
  }

  /** After a reconnection, and after an outage. Any other answer ends it: leaving what one has left is no fault. */
  async sayAgain(): Promise<void> {
    this.#cancelAgain?.();
    const lastWord = this.#lastWord;
    const reply = await lastWord?.();
    if (!reply || lastWord !== this.#lastWord) return;
    if ('refused' in reply && reply.refused === 'unavailable')
      this.#cancelAgain = this.#clock.after(SAID_AGAIN_AFTER, () => void this.sayAgain());
    else this.end();
  }

  end(): void {
    if (!this.underway) return;
    this.#cancel?.();
    this.#cancelAgain?.();
    this.#lastWord = undefined;
    this.#over();
  }
}
