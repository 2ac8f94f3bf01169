// Guesses kept in this process for a test.
import { type Guesses, guessesForgottenAfter, type Instant, mayGuess, mostGuesses } from '@veille/domain';
import { type Counting, GuessingStore, type Known } from '../../../src/access/guessing.store.js';

type OfSource = Pick<Guesses, 'wrong' | 'last'>;

export class GuessingMemoryStore extends GuessingStore {
  readonly #sources = new Map<string, OfSource>();
  readonly #all = new Map<string, readonly Instant[]>();
  readonly #known = new Set<string>();

  async begin({ source, all }: Counting, now: Instant): Promise<'go-on' | 'too-fast'> {
    const before = this.#sources.get(source) ?? { wrong: 0, last: 0 };
    const ofAll = this.#all.get(all) ?? [];
    if (!mayGuess({ ...before, ofAll }, now)) return 'too-fast';
    const wrong = now >= before.last + guessesForgottenAfter ? 0 : before.wrong;
    this.#sources.set(source, { wrong: wrong + 1, last: now });
    this.#all.set(all, [now, ...ofAll].slice(0, mostGuesses.count));
    return 'go-on';
  }

  async wasRight({ source, all }: Counting, at: Instant): Promise<void> {
    this.#sources.delete(source);
    this.#forgetOne(all, at);
  }

  async takeBack({ source, all }: Counting, at: Instant): Promise<void> {
    const before = this.#sources.get(source);
    if (before && before.wrong > 1) this.#sources.set(source, { ...before, wrong: before.wrong - 1 });
    else this.#sources.delete(source);
    this.#forgetOne(all, at);
  }

  async isKnown({ browser, name }: Known): Promise<boolean> {
    return this.#known.has(`${browser}/${name}`);
  }

  async know({ browser, name }: Known): Promise<void> {
    this.#known.add(`${browser}/${name}`);
  }

  #forgetOne(all: string, at: Instant): void {
    const ofAll = [...(this.#all.get(all) ?? [])];
    const one = ofAll.indexOf(at);
    if (one !== -1) ofAll.splice(one, 1);
    this.#all.set(all, ofAll);
  }
}
