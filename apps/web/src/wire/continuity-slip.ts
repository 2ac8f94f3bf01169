// What a tab keeps of its one conversation, so that a page loaded anew can prove to the other that it was there. No word
// can be read with it alone. It dies with the tab, and is removed as soon as the conversation is over.
import * as v from 'valibot';
import type { Continuity } from './seals.js';
import { quietly } from './ticket.js';

const KEY = 'veille-suite';
const written = v.strictObject({ conversation: v.string(), name: v.string(), secret: v.string() });

export class ContinuitySlip {
  readonly #storage: Storage | undefined;

  constructor(storage: Storage | undefined) {
    this.#storage = storage;
  }

  /** Of another conversation there is nothing, and what is no continuity is none. */
  of(conversation: string): Continuity | undefined {
    const raw = quietly((): unknown => JSON.parse(this.#storage?.getItem(KEY) ?? 'null'));
    const kept = v.safeParse(written, raw);
    if (!kept.success || kept.output.conversation !== conversation) return undefined;
    const { name, secret } = kept.output;
    return { name, secret };
  }

  keep(conversation: string, { name, secret }: Continuity): void {
    quietly(() => this.#storage?.setItem(KEY, JSON.stringify({ conversation, name, secret })));
  }

  remove(): void {
    quietly(() => this.#storage?.removeItem(KEY));
  }
}
