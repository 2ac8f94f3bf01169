// The ring of an offer: heard and seen in the tab's title until it is answered or over.
import { Ring } from '../ui/ring.js';

const FLASH_EVERY = 1_200;

export class Ringing {
  isHeard = $state(false);
  readonly #ring = new Ring(() => (this.isHeard = this.#ring.isHeard));
  readonly #titles: { calm: string; calling: string };
  #flash: ReturnType<typeof setInterval> | undefined;

  constructor(titles: { calm: string; calling: string }) {
    this.#titles = titles;
    // The first touch anywhere lets the page be heard.
    document.addEventListener('pointerdown', () => void this.#unlock());
    document.addEventListener('keydown', () => void this.#unlock());
    document.addEventListener('visibilitychange', () => void this.#ring.resume());
  }

  async tryOut(): Promise<void> {
    await this.#unlock();
    this.#ring.once();
  }

  start(): void {
    void this.#ring.resume();
    this.#ring.start();
    this.#flash ??= setInterval(() => this.#turnTitle(), FLASH_EVERY);
    this.#turnTitle();
  }

  /** Heard once, and seen in the tab's title until it is over. */
  callOnce(): void {
    this.#ring.once();
    this.#flash ??= setInterval(() => this.#turnTitle(), FLASH_EVERY);
    this.#turnTitle();
  }

  stop(): void {
    this.#ring.stop();
    clearInterval(this.#flash);
    this.#flash = undefined;
    document.title = this.#titles.calm;
  }

  #turnTitle(): void {
    const { calm, calling } = this.#titles;
    document.title = document.title === calling ? calm : calling;
  }

  async #unlock(): Promise<void> {
    this.isHeard = await this.#ring.unlock();
  }
}
