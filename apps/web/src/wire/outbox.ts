// What this page has said and the other page has not yet shown: numbered, kept in memory only, sent again until a receipt.
// Promise (D2): "delivered" is reached by a receipt whose proof stood inside the sealed message, and by nothing else.
import { limits } from '@veille/shared';
import type { Envelope } from '@veille/shared';
import type { PastPart, SeenSince, Words } from './padding.js';

/** What is shown beside a message. `late`: ten seconds without a receipt; it may still become `delivered`. */
export type Progress = 'sending' | 'sent' | 'late' | 'delivered';

export const RESEND_AFTER = 4_000;
export const LATE_AFTER = 10_000;
const SLOWEST_RESEND = 30_000;
/** As many as the other page holds ahead of a gap: sending further would be sending for nothing. */
export const WINDOW = 32;

type Sealed = { envelope: Envelope; proof: string };
type Entry = {
  /** None for a part of the past and what is told of it: no screen follows them, and each is for one page of theirs. */
  readonly id: number | undefined;
  readonly words: Words;
  readonly saidAt: number;
  sealed: Sealed | undefined;
  relayed: boolean;
  tries: number;
  triedAt: number;
};

const isPast = ({ words }: Entry) => 'past' in words;
const isSaid = ({ id }: Entry) => id !== undefined;
const patience = (tries: number) => Math.min(RESEND_AFTER * 2 ** (tries - 1), SLOWEST_RESEND);
const isDue = (entry: Entry, now: number) =>
  entry.tries === 0 || now - entry.triedAt >= patience(entry.tries);

export class Outbox {
  /** In order, without holes: the first one's number is `#first`. */
  #waiting: Entry[] = [];
  #first: number | undefined;
  #ids = 0;

  /** Numbers begin once per page, after what the other side already shows of an earlier page. */
  begin(first: number): void {
    this.#first ??= first;
  }

  get hasBegun(): boolean {
    return this.#first !== undefined;
  }

  say(text: string, now: number): number | 'full' {
    if (this.#waiting.filter(isSaid).length >= limits.outbox) return 'full';
    this.#ids += 1;
    this.#waiting.push(entryOf({ text }, { id: this.#ids, now }));
    return this.#ids;
  }

  /** The other page has a new key: all that was said and waits is to be sealed again. Says the first number. */
  startOver(): number {
    this.#waiting = this.#waiting.filter(isSaid);
    for (const entry of this.#waiting) {
      entry.sealed = undefined;
      entry.relayed = false;
      entry.tries = 0;
    }
    return this.#first ?? 1;
  }

  /** Before anything is sealed for a page: the past goes first, and what waits follows. */
  giveBack(parts: readonly PastPart[], now: number): void {
    this.#waiting.unshift(...parts.map((part) => entryOf(part, { id: undefined, now })));
  }

  /** After all that was given back and said. */
  tell(words: SeenSince, now: number): void {
    this.#waiting.push(entryOf(words, { id: undefined, now }));
  }

  get isGivingBack(): boolean {
    return this.#waiting.some(isPast);
  }

  /** The next message to seal. Sealing goes strictly in order: a sealed number is never followed by a lower one. */
  get unsealed(): { number: number; words: Words } | undefined {
    const index = this.#waiting.findIndex((entry) => !entry.sealed);
    const entry = this.#waiting[index];
    return entry && this.#first !== undefined
      ? { number: this.#first + index, words: entry.words }
      : undefined;
  }

  sealed(number: number, sealed: Sealed): void {
    const entry = this.#at(number);
    if (entry) entry.sealed = sealed;
  }

  /** What to send now, the first ones first, byte for byte what was sealed. Calling it counts as sending. */
  takeDue(now: number, atMost = WINDOW): Envelope[] {
    const sendable = this.#waiting.slice(0, WINDOW).filter((entry) => entry.sealed && isDue(entry, now));
    const due = sendable.slice(0, atMost);
    for (const entry of due) {
      entry.tries += 1;
      entry.triedAt = now;
    }
    return due.flatMap((entry) => (entry.sealed ? [entry.sealed.envelope] : []));
  }

  /** The other side says what it has: all after it is due at once. It is only a wish, never a receipt. */
  sendAgainAfter(number: number): void {
    this.#waiting.forEach((entry, index) => {
      if ((this.#first ?? 1) + index > number) entry.tries = 0;
    });
  }

  /** Only for the envelope that is still the current one: a word about an older sealing says nothing. */
  relayed(envelope: Envelope): void {
    const entry = this.#at(envelope.number);
    if (entry?.sealed?.envelope === envelope) entry.relayed = true;
  }

  /** Says which messages are now delivered: none when the proof is not the one sealed in message `upTo`. */
  receipt(upTo: number, proof: string): number[] {
    const entry = this.#at(upTo);
    if (this.#first === undefined || !entry?.sealed || entry.sealed.proof !== proof) return [];
    const delivered = this.#waiting.splice(0, upTo - this.#first + 1);
    this.#first = upTo + 1;
    return delivered.flatMap(({ id }) => id ?? []);
  }

  progress(now: number): { id: number; progress: Progress }[] {
    return this.#waiting.flatMap((entry) =>
      entry.id === undefined ? [] : [{ id: entry.id, progress: progressOf(entry, now) }],
    );
  }

  wipe(): void {
    this.#waiting = [];
  }

  #at(number: number): Entry | undefined {
    return this.#first === undefined ? undefined : this.#waiting[number - this.#first];
  }
}

const entryOf = (words: Words, { id, now }: { id: number | undefined; now: number }): Entry => ({
  id,
  words,
  saidAt: now,
  sealed: undefined,
  relayed: false,
  tries: 0,
  triedAt: now,
});

function progressOf(entry: Entry, now: number): Progress {
  if (now - entry.saidAt >= LATE_AFTER) return 'late';
  return entry.relayed ? 'sent' : 'sending';
}
