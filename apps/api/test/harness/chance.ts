// What people happen to do, drawn from a seed: the same seed draws the same again, whoever else draws meanwhile.

export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** One of their own for whoever comes as the `nth`. */
  of(nth: number): Chance {
    return new Chance(Math.imul(this.#state + nth + 1, 0x9e3779b1));
  }

  /** From 0 to 1, by mulberry32 (public domain). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** 0 or more, and less than `below`. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** One of these, each as often as its weight says. */
  oneOf<Word extends string>(weights: Readonly<Record<Word, number>>): Word {
    const all = wordsOf(weights);
    let left = this.next() * all.reduce((sum, word) => sum + weights[word], 0);
    for (const word of all) if ((left -= weights[word]) < 0) return word;
    throw new Error('nothing to choose from');
  }

  /** So long, in milliseconds, does somebody take: this is the night itself, and nothing waits for it. */
  async takes(from: number, to: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, from + this.next() * (to - from)));
  }
}

function wordsOf<Word extends string>(weights: Readonly<Record<Word, number>>): Word[] {
  const all: Word[] = [];
  for (const word in weights) all.push(word);
  return all;
}
