// What the other page says to this one: taken in order, each once (D1), and receipted only when it stands on the screen.
import type { Envelope } from '@veille/shared';

/** How many envelopes are held ahead of a missing one. */
export const HELD = 32;

export class Inbox {
  #next: number;
  #held = new Map<number, Envelope>();
  /** Opened and not yet covered by a receipt, with the proofs that stood inside. */
  #proofs = new Map<number, string>();
  #onScreen = new Set<number>();
  #upTo: number;

  /** `from`: the first number their page seals for this one. */
  constructor(from: number) {
    this.#next = from;
    this.#upTo = from - 1;
  }

  /** `again`: already opened · `early`: held until what is missing comes · `too-far`: dropped, it will be sent again. */
  place(envelope: Envelope): 'due' | 'again' | 'early' | 'too-far' {
    if (envelope.number < this.#next) return 'again';
    if (envelope.number === this.#next) return 'due';
    if (envelope.number > this.#next + HELD) return 'too-far';
    this.#held.set(envelope.number, envelope);
    return 'early';
  }

  /** The due one was opened. Says which of the held ones is due now. */
  opened(proof: string): Envelope | undefined {
    this.#proofs.set(this.#next, proof);
    this.#next += 1;
    const following = this.#held.get(this.#next);
    this.#held.delete(this.#next);
    return following;
  }

  /** The screen has it. Only a run without holes counts. */
  shown(number: number): void {
    this.#onScreen.add(number);
    while (this.#onScreen.delete(this.#upTo + 1)) {
      this.#proofs.delete(this.#upTo);
      this.#upTo += 1;
    }
  }

  get receipt(): { upTo: number; proof: string } | undefined {
    const proof = this.#proofs.get(this.#upTo);
    return proof === undefined ? undefined : { upTo: this.#upTo, proof };
  }

  get haveUpTo(): number {
    return this.#upTo;
  }

  get hasGap(): boolean {
    return this.#held.size > 0;
  }

  wipe(): void {
    this.#held.clear();
    this.#proofs.clear();
  }
}
