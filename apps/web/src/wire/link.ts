// Whether the service is reached, as a person should be told: a short cut is nobody's worry, a long one is said calmly,
// with whose it is where that is known.
import type { Clock } from './clock.js';

/** `joining`: not reached yet, and too early to say more · `lost`: say so, with somewhere to turn. */
export type Link = 'joining' | 'open' | 'lost';

/** `device`: it says itself that it has no network · `service`: it said itself that it is not well · `line`: nobody knows. */
export type Cut = 'device' | 'service' | 'line';

/** Within five seconds of a failure the page says so (P13): a margin is kept for slow phones. */
export const LOST_AFTER = 4_000;
/** A service that said it is not well, and speaks again without a word of it for so long, is well. */
export const WELL_AFTER = 8_000;

export class LinkWatch {
  #told: Link = 'joining';
  #toldCut: Cut = 'line';
  #cut: Cut = 'line';
  #unwellAt = -Infinity;
  #cancel: (() => void) | undefined;
  readonly #clock: Clock;
  readonly #tell: (link: Link, cut: Cut) => void;

  constructor(clock: Clock, tell: (link: Link, cut: Cut) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  up(): void {
    this.stop();
    this.#cut = 'line';
    this.#say('open');
  }

  /** Something of the service came that says nothing of its health: what it said of itself still holds for a while. */
  stirs(): void {
    const isUnwell = this.#cut === 'service' && this.#clock.now() - this.#unwellAt < WELL_AFTER;
    if (!isUnwell) this.up();
  }

  /** Called again while down, it goes on counting from the first time. Who is known to be at fault stays it until all is well. */
  down(cut: Cut = 'line'): void {
    if (cut === 'service') this.#unwellAt = this.#clock.now();
    if (cut !== 'line') this.#cut = cut;
    this.#cancel ??= this.#clock.after(LOST_AFTER, () => this.#say('lost'));
    if (this.#told === 'lost') this.#say('lost');
  }

  /** It has been silent for so long already: there is nothing more to wait for. */
  silent(): void {
    this.down();
    this.#say('lost');
  }

  /** The device has its network again: what is still cut is the line's. */
  deviceIsBack(): void {
    if (this.#cut === 'device') this.#cut = 'line';
    if (this.#told === 'lost') this.#say('lost');
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #say(link: Link): void {
    if (link === this.#told && this.#cut === this.#toldCut) return;
    this.#told = link;
    this.#toldCut = this.#cut;
    this.#tell(link, this.#cut);
  }
}
