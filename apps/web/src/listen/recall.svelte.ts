// The wish to be called when too many wait: of this page and this visit, and said again whenever the line comes back.
import type { listenAsks, listenTells, TellOf } from '@veille/shared';
import type { Door } from '../wire/door.js';

type Asking = Pick<Door<typeof listenAsks, typeof listenTells>, 'ask'>;

export class Recall {
  wished = $state(false);
  called = $state(false);
  waiting = $state(0);
  readonly #door: Asking;

  constructor(door: Asking) {
    this.#door = door;
  }

  wish(wished: boolean): void {
    this.wished = wished;
    this.called = false;
    void this.#door.ask('recall.wish', { wished });
  }

  /** The service knows this page anew, and nothing of what was wished before. */
  sayAgain(): void {
    if (this.wished) void this.#door.ask('recall.wish', { wished: true });
  }

  told({ called, waiting }: TellOf<typeof listenTells, 'line.recall'>): void {
    this.called = called;
    this.waiting = waiting;
  }
}
