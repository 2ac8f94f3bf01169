// Who the two pages of a conversation are to each other: the exchange of hellos, which ends by itself.
// A hello with an empty `heard` asks, and is always answered; one with this page's key answers, and is answered only when
// it brings a key this page did not know. A key is new once, so no two pages can greet each other for ever (SM4).
import type { Hello } from '@veille/shared';
import type { Offer } from './continuing.js';

type Mine = { conversation: string; key: string; epoch: number };
type Peer = { key: string; epoch: number; replaced: boolean };
/** What a page says of its own messages and the other's in each hello, and what it offers the page it answers. */
export type Standing = { haveUpTo: number; from: number } & Offer;

/**
 * - `newPage`: their key is new · `replaced`: another page of theirs was here before
 * - `met`: they have heard of this page, now for the first time: what they offer it and where they begin is said
 * - `answer`: they must be answered
 */
export type Heard = { newPage: boolean; replaced: boolean; met: boolean; answer: boolean };

export class Greeting {
  readonly #mine: Mine;
  #peer: Peer | undefined;
  #settled = false;

  constructor(mine: Mine) {
    this.#mine = mine;
  }

  get peer(): Peer | undefined {
    return this.#peer;
  }

  /** Both have heard, as far as this page can know: it holds their key, and they sealed for its own. */
  get settled(): boolean {
    return this.#settled;
  }

  hear(hello: Hello): Heard | 'dropped' {
    if (hello.conversation !== this.#mine.conversation) return 'dropped';
    if (this.#peer && isOlder(hello, this.#peer)) return 'dropped';
    const newPage = hello.key !== this.#peer?.key;
    if (newPage || !this.#peer) {
      this.#peer = { key: hello.key, epoch: hello.epoch, replaced: this.#peer !== undefined };
      this.#settled = false;
    }
    const knowsMe = hello.heard === this.#mine.key;
    const met = knowsMe && !this.#settled;
    if (met) this.#settled = true;
    return { newPage, replaced: this.#peer.replaced, met, answer: newPage || !knowsMe };
  }

  ask(standing: Standing): Hello {
    return { ...this.#mine, ...standing, continues: '', whole: false, heard: '' };
  }

  answer(standing: Standing): Hello {
    return { ...this.#mine, ...standing, heard: this.#peer?.key ?? '' };
  }
}

/** An earlier page of theirs speaking late, or a second key for one page, which no page of ours ever says. */
const isOlder = (hello: Hello, peer: Peer) =>
  hello.epoch < peer.epoch || (hello.epoch === peer.epoch && hello.key !== peer.key);
