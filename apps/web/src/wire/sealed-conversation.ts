// One conversation as one page load lives it: greets the other page, seals what is said, opens what is heard, and tells
// the screen only what is true (D1, D2). Keys and texts are gone when it is closed.
import type { Envelope, Hello, Receipt } from '@veille/shared';
import type { Clock } from './clock.js';
import { Continuing } from './continuing.js';
import type { Kept, PageNews } from './continuing.js';
import { Greeting } from './greeting.js';
import { Hearing } from './hearing.js';
import type { GivenBack, Shown } from './hearing.js';
import type { Progress } from './outbox.js';
import { partsOf } from './padding.js';
import { Past } from './past.js';
import type { Direction, Seals, Side } from './seals.js';
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
  /** A part of the past, to stand before everything this page said or heard; `you` is this side. */
  givenBack(part: GivenBack): void;
  /** Of what was given back, from the first: so many lines of its own have been seen since. */
  seenSince(count: number): void;
  /** One of the two pages was loaded anew. */
  pageNews(news: PageNews): void;
};

/** `epoch`: the first tab number this page was told in this conversation. */
export type Terms = { conversation: string; epoch: number; side: Side };
export type Means = { seals: Seals; carriage: Carriage; screen: Screen; clock: Clock; kept: Kept };

/** How often the conversation looks at its clock. */
export const BEAT = 500;
export const ASK_AGAIN_AFTER = 2_000;

export class SealedConversation {
  readonly #terms: Terms;
  readonly #means: Means;
  readonly #greeting: Greeting;
  readonly #speaking: Speaking;
  readonly #hearing: Hearing;
  readonly #continuing: Continuing;
  readonly #past = new Past();
  readonly #stop: () => void;
  #askedAt = 0;
  #closed = false;

  constructor(terms: Terms, means: Means) {
    const { seals, clock, carriage, screen } = means;
    const { conversation, epoch } = terms;
    this.#terms = terms;
    this.#means = means;
    this.#greeting = new Greeting({ conversation, epoch, key: seals.key });
    this.#continuing = new Continuing(means.kept);
    this.#speaking = new Speaking({
      seals,
      clock,
      send: (envelope) => carriage.say(envelope),
      progress: (messages) => this.#progress(messages),
      gaveBack: () => this.#gaveBack(),
    });
    this.#hearing = new Hearing({
      seals,
      clock,
      show: ({ text, shown }) => screen.heard({ text, shown: this.#seeing(this.#past.heard(text), shown) }),
      givenBack: (part) => this.#takeBack(part),
      seenSince: (count) => this.#seenSince(count),
      receipt: (receipt) => carriage.receipt({ conversation, ...receipt }),
      missing: () => this.ask(),
    });
    this.#stop = clock.every(BEAT, () => this.#beat());
    this.ask();
  }

  say(text: string): number | 'full' | 'too-long' {
    const id = this.#speaking.say(text);
    if (typeof id === 'number') this.#past.said(id, text);
    return id;
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
      this.#past.tellNobody();
      this.#hearing.wipe();
      this.#speaking.notice(hello.haveUpTo);
      this.#continuing.offerAnew();
    }
    if (heard.met) this.#meet(hello, heard.replaced);
    if (heard.answer) this.#means.carriage.hello(this.#greeting.answer(this.#standing()));
    this.#speaking.sendAgainAfter(hello.haveUpTo);
  }

  hearEnvelope(envelope: Envelope): void {
    if (envelope.conversation === this.#terms.conversation) this.#hearing.hear(envelope);
  }

  hearReceipt(receipt: Receipt): void {
    if (receipt.conversation === this.#terms.conversation) this.#speaking.hearReceipt(receipt);
  }

  /** Everything of theirs that has come is on its way to the screen. */
  settled(): Promise<void> {
    return this.#hearing.settled();
  }

  close(): void {
    this.#closed = true;
    this.#stop();
    this.#speaking.wipe();
    this.#hearing.wipe();
    this.#continuing.close();
    this.#past.wipe();
  }

  /** Both pages know each other: what each had is compared, and only now is anything sealed. */
  #meet(hello: Hello, replaced: boolean): void {
    const { continuity, anew, givesBack, news } = this.#continuing.meet(hello, replaced);
    const { seals, screen } = this.#means;
    const { conversation, side } = this.#terms;
    if (anew) {
      this.#past.beginAnew();
      const tie = { conversation, side, theirs: hello.key, former: continuity };
      void this.#continuing.renew(seals.agree(tie));
    }
    const past = givesBack ? partsOf(this.#past.give()) : [];
    this.#speaking.turnTo({ ...this.#direction('mine'), continuity }, past);
    this.#hearing.turnTo({ ...this.#direction('theirs'), continuity }, hello.from);
    if (news) screen.pageNews(news);
  }

  #takeBack(part: GivenBack): void {
    const { screen } = this.#means;
    const seen = this.#past.takeBack(part.past);
    screen.givenBack({ ...part, shown: this.#seeing(seen, part.shown) });
    if (!part.last) return;
    this.#continuing.complete();
    screen.pageNews('this-page-back');
  }

  /** Their page has shown all of it: what this page was once given back unseen stands there now. */
  #gaveBack(): void {
    this.#seenSince(Infinity);
    this.#means.screen.pageNews('their-page-back');
  }

  #seenSince(count: number): void {
    this.#means.screen.seenSince(this.#past.seenByThem(count));
  }

  /** What stands on this screen now: their page, where it was given it back unseen, is told with the receipt. */
  #seeing(seen: () => void, shown: () => void): () => void {
    return () => {
      seen();
      shown();
      queueMicrotask(() => {
        const count = this.#past.newlySeen();
        if (count !== undefined) this.#speaking.tellSeen(count);
      });
    };
  }

  #progress(messages: { id: number; progress: Progress }[]): void {
    for (const { id, progress } of messages) if (progress === 'delivered') this.#past.delivered(id);
    this.#means.screen.progress(messages);
  }

  #beat(): void {
    this.#speaking.sendDue();
    this.#hearing.beat();
    const waited = this.#means.clock.now() - this.#askedAt;
    if (!this.#greeting.settled && waited >= ASK_AGAIN_AFTER) this.ask();
  }

  #standing() {
    return { haveUpTo: this.#hearing.haveUpTo, from: this.#speaking.from, ...this.#continuing.offer };
  }

  /** Named by who speaks, under the epoch of who seals. */
  #direction(whose: 'mine' | 'theirs'): Direction {
    const { conversation, side, epoch } = this.#terms;
    const peer = this.#greeting.peer ?? { key: '', epoch: 0 };
    const otherSide: Side = side === 'caller' ? 'volunteer' : 'caller';
    return whose === 'mine'
      ? { conversation, theirs: peer.key, speaker: side, epoch }
      : { conversation, theirs: peer.key, speaker: otherSide, epoch: peer.epoch };
  }
}
