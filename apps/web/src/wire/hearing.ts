// Their half of a sealed conversation: opened in order, each once (D1), handed to the screen, and receipted with the proof
// that stood inside only when the screen says that it is there.
import type { Envelope } from '@veille/shared';
import type { Clock } from './clock.js';
import { Inbox } from './inbox.js';
import { unpad } from './padding.js';
import type { PastPart } from './padding.js';
import type { Direction, Opening, Seals } from './seals.js';

/** A message for the screen, which calls `shown` when it really stands there: only then may a receipt say so. */
export type Shown = { text: string; shown: () => void };

/** A part of the past, for the screen in the same way. */
export type GivenBack = PastPart & { shown: () => void };

export type HearingMeans = {
  seals: Seals;
  clock: Clock;
  show(message: Shown): void;
  givenBack(part: GivenBack): void;
  /** Of what was given back to this page, from the first: so many lines of its own have been seen since. */
  seenSince(count: number): void;
  receipt(receipt: { upTo: number; proof: string }): void;
  /** Something is missing and did not come by itself. */
  missing(): void;
};

const GAP_PATIENCE = 1_000;

/** What belongs to one page of theirs, and goes with it. */
type Page = { direction: Direction; inbox: Inbox; opening: Opening | undefined };

export class Hearing {
  readonly #means: HearingMeans;
  #page: Page | undefined;
  #gapSince: number | undefined;
  #receiptIsDue = false;
  /** One after the other: an HPKE context counts what it opens. */
  #turn: Promise<void> = Promise.resolve();

  constructor(means: HearingMeans) {
    this.#means = means;
  }

  get haveUpTo(): number {
    return this.#page?.inbox.haveUpTo ?? 0;
  }

  turnTo(direction: Direction, from: number): void {
    this.#page = { direction, inbox: new Inbox(from), opening: undefined };
  }

  hear(envelope: Envelope): void {
    const page = this.#page;
    if (page) this.#turn = this.#turn.then(() => this.#take(page, envelope)).catch(() => undefined);
  }

  /** Everything that has come is opened, or will never open. */
  async settled(): Promise<void> {
    await this.#turn;
  }

  beat(): void {
    const now = this.#means.clock.now();
    if (!this.#page?.inbox.hasGap) this.#gapSince = undefined;
    else if (this.#gapSince === undefined) this.#gapSince = now;
    else if (now - this.#gapSince >= GAP_PATIENCE) {
      this.#gapSince = now;
      this.#means.missing();
    }
  }

  wipe(): void {
    this.#page?.inbox.wipe();
    this.#page = undefined;
  }

  async #take(page: Page, envelope: Envelope): Promise<void> {
    if (page !== this.#page || envelope.epoch !== page.direction.epoch) return;
    const place = page.inbox.place(envelope);
    if (place === 'again') this.#receiptSoon();
    if (place !== 'due') return;
    let due: Envelope | undefined = envelope;
    while (due) due = await this.#open(page, due);
  }

  /** What does not open changes nothing: the true one will come again. Says which held envelope is due next. */
  async #open(page: Page, envelope: Envelope): Promise<Envelope | undefined> {
    const { number, enc, sealed } = envelope;
    const opening = page.opening ?? (await this.#means.seals.openFrom(page.direction, enc));
    if (opening.enc !== enc) return undefined;
    const plain = await opening.open(number, sealed);
    const inside = plain === 'not-genuine' ? plain : unpad(plain);
    if (inside === 'not-genuine' || page !== this.#page) return undefined;
    page.opening = opening;
    const following = page.inbox.opened(inside.proof);
    const shown = () => this.#shown(page, number);
    if ('seen' in inside) {
      this.#means.seenSince(inside.seen);
      shown();
    } else if ('past' in inside) this.#means.givenBack({ past: inside.past, last: inside.last, shown });
    else this.#means.show({ text: inside.text, shown });
    return following;
  }

  /** Bound to the page it came from: a number of a page that is gone says nothing of the one that is there. */
  #shown(page: Page, number: number): void {
    page.inbox.shown(number);
    if (page === this.#page) this.#receiptSoon();
  }

  /** Receipts of one moment leave as one. */
  #receiptSoon(): void {
    if (this.#receiptIsDue) return;
    this.#receiptIsDue = true;
    queueMicrotask(() => {
      this.#receiptIsDue = false;
      const receipt = this.#page?.inbox.receipt;
      if (receipt) this.#means.receipt(receipt);
    });
  }
}
