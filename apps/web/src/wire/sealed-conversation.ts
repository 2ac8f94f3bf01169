// One conversation as one page load lives it: greets the other page, seals what is said, opens what is heard, and tells
// the screen only what is true (D1, D2). Keys and texts are gone when it is closed.
import type { Envelope, Hello, Receipt } from '@veille/shared';
import type { Clock } from './clock.js';
import { Greeting } from './greeting.js';
import { Hearing } from './hearing.js';
import type { Shown } from './hearing.js';
import type { Progress } from './outbox.js';
import type { Seals, Side } from './seals.js';
import { Speaking } from './speaking.js';
import type { Relay } from './speaking.js';

/** What carries sealed things to the other page. `relayed` says a live page was there, never that it has them. */
export type Carriage = {
  hello(hello: Hello): void;
  say(envelope: Envelope): Promise<Relay>;
  receipt(receipt: Receipt): void;
};

export type Screen = {
  heard(message: Shown): void;
  progress(messages: { id: number; progress: Progress }[]): void;
  /** Another page of theirs took over: what was said before is not on it. */
  theirPageChanged(): void;
};

/** `epoch`: the first tab number this page was told in this conversation. */
export type Terms = { conversation: string; epoch: number; side: Side };
export type Means = { seals: Seals; carriage: Carriage; screen: Screen; clock: Clock };

/** How often the conversation looks at its clock. */
export const BEAT = 500;
export const ASK_AGAIN_AFTER = 2_000;

export class SealedConversation {
  readonly #terms: Terms;
  readonly #means: Means;
  readonly #greeting: Greeting;
  readonly #speaking: Speaking;
  readonly #hearing: Hearing;
  readonly #stop: () => void;
  #askedAt = 0;
  #closed = false;

  constructor(terms: Terms, means: Means) {
    const { seals, clock, carriage, screen } = means;
    const { conversation, epoch } = terms;
    this.#terms = terms;
    this.#means = means;
    this.#greeting = new Greeting({ conversation, epoch, key: seals.key });
    this.#speaking = new Speaking({
      seals,
      clock,
      send: (envelope) => carriage.say(envelope),
      progress: (messages) => screen.progress(messages),
    });
    this.#hearing = new Hearing({
      seals,
      clock,
      show: (message) => screen.heard(message),
      receipt: (receipt) => carriage.receipt({ conversation, ...receipt }),
      missing: () => this.ask(),
    });
    this.#stop = clock.every(BEAT, () => this.#beat());
    this.ask();
  }

  say(text: string): number | 'full' | 'too-long' {
    return this.#speaking.say(text);
  }

  /** On arriving, after every reconnection, and when the other side comes back: asks for theirs, and says what is here. */
  ask(): void {
    this.#askedAt = this.#means.clock.now();
    this.#means.carriage.hello(this.#greeting.ask(this.#standing()));
  }

  hearHello(hello: Hello): void {
    const heard = this.#closed ? 'dropped' : this.#greeting.hear(hello);
    if (heard === 'dropped') return;
    if (heard.newPage) {
      this.#hearing.wipe();
      this.#speaking.turnTo(this.#direction('mine'), hello.haveUpTo);
      if (heard.replaced) this.#means.screen.theirPageChanged();
    }
    if (heard.from !== undefined && !this.#hearing.isReady)
      this.#hearing.turnTo(this.#direction('theirs'), heard.from);
    if (heard.answer) this.#means.carriage.hello(this.#greeting.answer(this.#standing()));
    this.#speaking.sendAgainAfter(hello.haveUpTo);
  }

  hearEnvelope(envelope: Envelope): void {
    if (envelope.conversation === this.#terms.conversation) this.#hearing.hear(envelope);
  }

  hearReceipt(receipt: Receipt): void {
    if (receipt.conversation === this.#terms.conversation) this.#speaking.hearReceipt(receipt);
  }

  close(): void {
    this.#closed = true;
    this.#stop();
    this.#speaking.wipe();
    this.#hearing.wipe();
  }

  #beat(): void {
    this.#speaking.sendDue();
    this.#hearing.beat();
    const waited = this.#means.clock.now() - this.#askedAt;
    if (!this.#greeting.settled && waited >= ASK_AGAIN_AFTER) this.ask();
  }

  #standing() {
    return { haveUpTo: this.#hearing.haveUpTo, from: this.#speaking.from };
  }

  /** Named by who speaks, under the epoch of who seals. */
  #direction(whose: 'mine' | 'theirs') {
    const { conversation, side, epoch } = this.#terms;
    const peer = this.#greeting.peer ?? { key: '', epoch: 0 };
    const otherSide: Side = side === 'caller' ? 'volunteer' : 'caller';
    return whose === 'mine'
      ? { conversation, theirs: peer.key, speaker: side, epoch }
      : { conversation, theirs: peer.key, speaker: otherSide, epoch: peer.epoch };
  }
}
