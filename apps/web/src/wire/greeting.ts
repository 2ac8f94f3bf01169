// Who the two pages of a conversation are to each other: the exchange of hellos, which ends by itself.
// A hello with an empty `heard` asks, and is always answered; one with this page's key answers, and is answered only when
// it brings a key this page did not know. A key is new once, so no two pages can greet each other for ever (SM4).
import type { Hello } from '@veille/shared';

type Mine = { conversation: string; key: string; epoch: number };
type Peer = { key: string; epoch: number };
/** What a page says of its own messages and the other's in each hello. */
export type Standing = { haveUpTo: number; from: number };

/**
 * - `newPage`: their key is new: seal from scratch · `replaced`: another page of theirs was here before
 * - `from`: the first number they seal for this page, known as soon as they have this page's key
 * - `answer`: they must be answered
 */
export type Heard = { newPage: boolean; replaced: boolean; from: number | undefined; answer: boolean };

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
    const replaced = newPage && this.#peer !== undefined;
    if (newPage) {
      this.#peer = { key: hello.key, epoch: hello.epoch };
      this.#settled = false;
    }
    const knowsMe = hello.heard === this.#mine.key;
    if (knowsMe) this.#settled = true;
    return { newPage, replaced, from: knowsMe ? hello.from : undefined, answer: newPage || !knowsMe };
  }

  ask(standing: Standing): Hello {
    return { ...this.#mine, ...standing, heard: '' };
  }

  answer(standing: Standing): Hello {
    return { ...this.#mine, ...standing, heard: this.#peer?.key ?? '' };
  }
}

/** An earlier page of theirs speaking late, or a second key for one page, which no page of ours ever says. */
const isOlder = (hello: Hello, peer: Peer) =>
  hello.epoch < peer.epoch || (hello.epoch === peer.epoch && hello.key !== peer.key);
