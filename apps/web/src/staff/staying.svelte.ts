// Whether somebody is at this page of the staff: a hand on it keeps them signed in, and a page nobody touched for long asks before
// it is too late.
import { access } from './access.js';
import { type Clock, pageClock } from '../wire/clock.js';

const minutes = (many: number): number => many * 60_000;
/** Often enough for a session that ends half an hour after it was last used: who is asked then has two minutes left. */
const TOLD_EVERY = minutes(2);
const ASKS_AFTER = minutes(25);

export class Staying {
  /** Nobody touched the page for long: it is said, and a touch is enough. */
  isAsked = $state(false);
  /** Called when nobody touched the page for long. */
  whenAsked: () => void = () => undefined;
  readonly #clock: Clock;
  readonly #tell: () => void;
  #told = 0;
  #cancel: (() => void) | undefined;

  /** `tell`: the service hears that somebody is here. */
  constructor(clock = pageClock, tell: () => void = () => void access.me()) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Somebody came in: from now on it is watched whether they are still here. */
  begin(): void {
    this.#told = this.#clock.now();
    this.#watch();
  }

  /** A hand is on the page. */
  stirs(): void {
    if (!this.#cancel) return;
    this.#watch();
    if (this.#clock.now() - this.#told < TOLD_EVERY) return;
    this.#told = this.#clock.now();
    this.#tell();
  }

  end(): void {
    this.isAsked = false;
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #watch(): void {
    this.end();
    this.#cancel = this.#clock.after(ASKS_AFTER, () => {
      this.isAsked = true;
      this.whenAsked();
    });
  }
}
