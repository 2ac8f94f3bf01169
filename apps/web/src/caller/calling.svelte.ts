// How a page calls its person back when somebody is there: in the tab's name always, by sound and touch only if they asked.
import { Ring } from '../ui/ring.js';
import type { Clock } from '../wire/clock.js';

export type CallingMeans = { ring: Pick<Ring, 'unlock' | 'once'>; vibrate: (milliseconds: number) => void };

const TREMBLES = 250;
/** Who touched or wrote something so lately is there, and needs not be asked. */
const SEEN_LATELY = 20_000;

export const byThisDevice = (): CallingMeans => ({
  ring: new Ring(),
  vibrate: (milliseconds) => void navigator.vibrate?.(milliseconds),
});

export class Calling {
  /** The person wants to hear it. */
  isOn = $state(false);
  /** They do, and the browser plays nothing. */
  isUnheard = $state(false);
  /** Somebody is there, and no hand touched the page since. */
  isUnseen = $state(false);
  readonly #means: CallingMeans;
  readonly #clock: Pick<Clock, 'now'>;
  #seenAt = -Infinity;

  constructor(means: CallingMeans, clock: Pick<Clock, 'now'>) {
    this.#means = means;
    this.#clock = clock;
  }

  get isSeenLately(): boolean {
    return this.#clock.now() - this.#seenAt < SEEN_LATELY;
  }

  /** From a touch or a key: browsers play nothing before. Turned on, it is heard once, so that one knows it. */
  async turn(on: boolean): Promise<void> {
    this.isOn = on;
    this.isUnheard = on && !(await this.#means.ring.unlock());
    if (on && this.isOn) this.#means.ring.once();
  }

  call(): void {
    this.isUnseen = true;
    if (!this.isOn) return;
    this.#means.ring.once();
    this.#means.vibrate(TREMBLES);
  }

  seen(): void {
    this.#seenAt = this.#clock.now();
    this.isUnseen = false;
  }
}
