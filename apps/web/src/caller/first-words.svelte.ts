// What a caller writes before someone is there: it stays in this object, can be taken back, and leaves once, in order.
import { fits } from '../wire/padding.js';

const HELD_AT_MOST = 20;

export class FirstWords {
  /** What stands in the box, before and during the conversation. */
  draft = $state('');
  /** What was confirmed, and waits for someone. */
  held = $state<string[]>([]);

  hold = (text: string): 'taken' | 'full' | 'too-long' => {
    if (!fits(text)) return 'too-long';
    if (this.held.length >= HELD_AT_MOST) return 'full';
    this.held.push(text);
    return 'taken';
  };

  /** Back into the box, where it can be changed. */
  takeBack = (place: number): void => {
    const [text] = this.held.splice(place, 1);
    if (text !== undefined) this.draft = this.draft === '' ? text : `${text}\n${this.draft}`;
  };

  /** Someone is there. What still stands in the box is not theirs yet. */
  leave(): string[] {
    return this.held.splice(0);
  }

  wipe(): void {
    this.draft = '';
    this.held = [];
  }
}
