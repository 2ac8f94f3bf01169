// What a caller writes before someone is there: it stays in this object, can be taken back, and leaves once, in order. The
// tab knows only that there was something, so that a page loaded anew can say that it is gone.
import { fits } from '../wire/padding.js';
import { quietly } from '../wire/ticket.js';

const HELD_AT_MOST = 20;
const KEY = 'veille-mots';

export class FirstWords {
  /** What was confirmed, and waits for someone. */
  held = $state<string[]>([]);
  /** The page before this one was loaded anew with words in it. */
  lost = $state(false);
  #draft = $state('');
  readonly #storage: Storage | undefined;

  constructor(storage?: Storage) {
    this.#storage = storage;
    this.lost = quietly(() => storage?.getItem(KEY)) === '1';
  }

  /** What stands in the box, before and during the conversation. */
  get draft(): string {
    return this.#draft;
  }

  set draft(text: string) {
    this.#draft = text;
    this.#mark();
  }

  hold = (text: string): 'taken' | 'full' | 'too-long' => {
    if (!fits(text)) return 'too-long';
    if (this.held.length >= HELD_AT_MOST) return 'full';
    this.held.push(text);
    this.#mark();
    return 'taken';
  };

  /** Back into the box, where it can be changed. */
  takeBack = (place: number): void => {
    const [text] = this.held.splice(place, 1);
    if (text !== undefined) this.draft = this.draft === '' ? text : `${text}\n${this.draft}`;
  };

  /** Someone is there. What still stands in the box is not theirs yet. */
  leave(): string[] {
    const left = this.held.splice(0);
    this.#mark();
    return left;
  }

  wipe(): void {
    this.held = [];
    this.draft = '';
  }

  /** Whoever writes again has read that the words are gone. */
  #mark(): void {
    this.lost = false;
    const isEmpty = this.held.length === 0 && this.draft === '';
    quietly(() => (isEmpty ? this.#storage?.removeItem(KEY) : this.#storage?.setItem(KEY, '1')));
  }
}
