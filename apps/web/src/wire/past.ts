// What this page can give back to the other one when it is loaded anew: what both have on their screens, in order. It
// begins again when a page comes that cannot prove it was there: nobody is given what was said to somebody else. What it gave
// unseen, because this page was hidden, it says when it is seen.
import type { PastLine } from './padding.js';

type Line = { id: number | undefined; by: 'me' | 'them'; text: string; seen: boolean };

export class Past {
  #lines: Line[] = [];
  /** How many of the first lines were given back to this page. */
  #given = 0;
  /** What their page that is there was given, and how much of it, from the first, it was told is seen. */
  #told: readonly Line[] = [];
  #toldSeen = 0;

  /** `seen` on the other screen only once it is delivered. */
  said(id: number, text: string): void {
    this.#lines.push({ id, by: 'me', text, seen: false });
  }

  delivered(id: number): void {
    const line = this.#lines.find((said) => said.id === id);
    if (line) line.seen = true;
  }

  /** Returns what is to be called when it stands on the screen. */
  heard(text: string): () => void {
    const line: Line = { id: undefined, by: 'them', text, seen: false };
    this.#lines.push(line);
    return () => void (line.seen = true);
  }

  /** Theirs are ours and ours are theirs; before all that was said since. Returns what is to be called when they stand on the screen. */
  takeBack(given: readonly PastLine[]): () => void {
    const lines = given.map(({ by, text, seen }): Line => ({
      id: undefined,
      by: by === 'me' ? 'them' : 'me',
      text,
      seen,
    }));
    this.#lines.splice(this.#given, 0, ...lines);
    this.#given += lines.length;
    return () => {
      for (const line of lines) if (line.by === 'them') line.seen = true;
    };
  }

  /** All of theirs, and what is delivered of ours: the rest is underway and comes by itself. */
  give(): PastLine[] {
    this.#told = this.#lines.filter(({ by, seen, id }) => by === 'them' || seen || id === undefined);
    this.#toldSeen = this.#seenOfTold;
    return this.#told.map(({ by, text, seen }) => ({ by: by === 'me' ? 'me' : 'you', text, seen }));
  }

  /** Another page of theirs is there, which was given nothing. */
  tellNobody(): void {
    this.#told = [];
    this.#toldSeen = 0;
  }

  /** How much of what was given is seen, from the first, if that is more than was told. It is told now. */
  newlySeen(): number | undefined {
    const seen = this.#seenOfTold;
    if (seen <= this.#toldSeen) return undefined;
    this.#toldSeen = seen;
    return seen;
  }

  /** Of what was given back to this page, ours up to here. Says how many lines that is: none of what began anew since. */
  seenByThem(count: number): number {
    const lines = this.#lines.slice(0, Math.min(count, this.#given));
    for (const line of lines) if (line.by === 'me') line.seen = true;
    return lines.length;
  }

  /** Only what is still underway was said to who is there now. */
  beginAnew(): void {
    this.#lines = this.#lines.filter(({ by, seen, id }) => by === 'me' && !seen && id !== undefined);
    this.#given = 0;
    this.tellNobody();
  }

  wipe(): void {
    this.#lines = [];
    this.#given = 0;
    this.tellNobody();
  }

  get #seenOfTold(): number {
    const unseen = this.#told.findIndex(({ by, seen }) => by === 'them' && !seen);
    return unseen === -1 ? this.#told.length : unseen;
  }
}
