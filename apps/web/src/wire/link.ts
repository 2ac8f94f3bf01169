// Whether the service is reached, as a person should be told: a short cut is nobody's worry, a long one is said calmly.
import type { Clock } from './clock.js';

/** `joining`: not reached yet, and too early to say more · `lost`: say so, with somewhere to turn. */
export type Link = 'joining' | 'open' | 'lost';

/** Within five seconds of a failure the page says so (P13): a margin is kept for slow phones. */
export const LOST_AFTER = 4_000;

export class LinkWatch {
  #told: Link = 'joining';
  #cancel: (() => void) | undefined;
  readonly #clock: Clock;
  readonly #tell: (link: Link) => void;

  constructor(clock: Clock, tell: (link: Link) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  up(): void {
    this.stop();
    this.#say('open');
  }

  /** Called again while down, it goes on counting from the first time. */
  down(): void {
    this.#cancel ??= this.#clock.after(LOST_AFTER, () => this.#say('lost'));
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #say(link: Link): void {
    if (link === this.#told) return;
    this.#told = link;
    this.#tell(link);
  }
}
