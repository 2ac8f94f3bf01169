// What this page can give back to the other one when it is loaded anew: what both have on their screens, in order. It
// begins again when a page comes that cannot prove it was there: nobody is given what was said to somebody else.
import type { PastLine } from './padding.js';

type Line = { id: number | undefined; by: 'me' | 'them'; text: string; seen: boolean };

export class Past {
  #lines: Line[] = [];
  /** How many of the first lines were given back to this page. */
  #given = 0;

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
    return () => (line.seen = true);
  }

  /** Theirs are ours and ours are theirs; before all that was said since. */
  takeBack(given: readonly PastLine[]): void {
    const lines = given.map(({ by, text, seen }): Line => ({
      id: undefined,
      by: by === 'me' ? 'them' : 'me',
      text,
      seen,
    }));
    this.#lines.splice(this.#given, 0, ...lines);
    this.#given += lines.length;
  }

  /** All of theirs, and what is delivered of ours: the rest is underway and comes by itself. */
  get lines(): PastLine[] {
    return this.#lines
      .filter(({ by, seen, id }) => by === 'them' || seen || id === undefined)
      .map(({ by, text, seen }) => ({ by: by === 'me' ? 'me' : 'you', text, seen }));
  }

  /** Only what is still underway was said to who is there now. */
  beginAnew(): void {
    this.#lines = this.#lines.filter(({ by, seen, id }) => by === 'me' && !seen && id !== undefined);
    this.#given = 0;
  }

  wipe(): void {
    this.#lines = [];
    this.#given = 0;
  }
}
