// This page's half of a sealed conversation: what is said is sealed in order, sent, sent again, and shown as delivered on
// a true receipt only (D2). When another page of theirs comes, what waits is sealed anew for it under the same numbers.
import type { Envelope, Receipt } from '@veille/shared';
import type { Clock } from './clock.js';
import { Outbox } from './outbox.js';
import type { Progress } from './outbox.js';
import { Pace } from './pace.js';
import { fits, makeProof, pad } from './padding.js';
import type { PastPart } from './padding.js';
import type { Direction, Seals, Sealing } from './seals.js';

export type Relay = 'relayed' | 'not-relayed';
export type SpeakingMeans = {
  seals: Seals;
  clock: Clock;
  send(envelope: Envelope): Promise<Relay>;
  progress(messages: { id: number; progress: Progress }[]): void;
  /** Their page has shown the whole past it was given. */
  gaveBack(): void;
};

export class Speaking {
  readonly #means: SpeakingMeans;
  readonly #outbox = new Outbox();
  readonly #pace: Pace;
  #direction: Direction | undefined;
  #sealing: Promise<Sealing> | undefined;
  #from = 1;
  /** One after the other: an HPKE context counts its calls, and the count is the number. */
  #turn: Promise<void> = Promise.resolve();

  constructor(means: SpeakingMeans) {
    this.#means = means;
    this.#pace = new Pace(means.clock.now());
  }

  /** The first number sealed for the page that is there now. */
  get from(): number {
    return this.#from;
  }

  /** `full` or `too-long` keep nothing: the words stay where they were written. */
  say(text: string): number | 'full' | 'too-long' {
    if (!fits(text)) return 'too-long';
    const id = this.#outbox.say(text, this.#means.clock.now());
    if (id !== 'full') this.#sealAll();
    return id;
  }

  /** A page of theirs that was not there before. A page of ours that was just loaded goes on after what theirs shows. */
  notice(haveUpTo: number): void {
    this.#outbox.begin(haveUpTo + 1);
    this.#from = this.#outbox.startOver();
    this.#direction = undefined;
    this.#sealing = undefined;
  }

  /** That page has heard of this one: what it is to be given back is sealed for it, then what waits, then what is said. */
  turnTo(direction: Direction, past: readonly PastPart[]): void {
    this.#outbox.giveBack(past, this.#means.clock.now());
    this.#direction = direction;
    this.#sealing = this.#means.seals.sealTo(direction);
    this.#sealAll();
  }

  /** Of what was given back to the page that is there, so much has been seen since. */
  tellSeen(seen: number): void {
    this.#outbox.tell({ seen }, this.#means.clock.now());
    this.#sealAll();
  }

  sendAgainAfter(number: number): void {
    this.#outbox.sendAgainAfter(number);
    this.sendDue();
  }

  hearReceipt({ upTo, proof }: Receipt): void {
    const wasGivingBack = this.#outbox.isGivingBack;
    const delivered = this.#outbox.receipt(upTo, proof);
    if (wasGivingBack && !this.#outbox.isGivingBack) this.#means.gaveBack();
    if (delivered.length > 0) this.#means.progress(delivered.map((id) => ({ id, progress: 'delivered' })));
    this.sendDue();
  }

  sendDue(): void {
    const now = this.#means.clock.now();
    const due = this.#outbox.takeDue(now, this.#pace.allowed(now));
    this.#pace.spend(due.length);
    for (const envelope of due) void this.#send(envelope);
    this.#means.progress(this.#outbox.progress(now));
  }

  wipe(): void {
    this.#outbox.wipe();
    this.#sealing = undefined;
    this.#direction = undefined;
  }

  async #send(envelope: Envelope): Promise<void> {
    if ((await this.#means.send(envelope)) !== 'relayed') return;
    this.#outbox.relayed(envelope);
    this.#means.progress(this.#outbox.progress(this.#means.clock.now()));
  }

  /** A key that is no key seals nothing: the messages wait, shown as late, until a page with a true one is there. */
  #sealAll(): void {
    this.#turn = this.#turn.then(() => this.#sealWaiting()).catch(() => undefined);
  }

  async #sealWaiting(): Promise<void> {
    const promised = this.#sealing;
    const direction = this.#direction;
    if (!promised || !direction) return;
    const sealing = await promised;
    for (let next = this.#outbox.unsealed; next; next = this.#outbox.unsealed) {
      const { number, words } = next;
      const proof = makeProof();
      const sealed = await sealing.seal(number, pad({ ...words, proof }));
      // Their page changed meanwhile: this sealing is for nobody, and the new one has its own turn.
      if (this.#sealing !== promised) return;
      const { conversation, epoch } = direction;
      this.#outbox.sealed(number, {
        envelope: { conversation, epoch, number, enc: sealing.enc, sealed },
        proof,
      });
    }
    this.sendDue();
  }
}
