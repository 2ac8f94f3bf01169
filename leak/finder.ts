// Finds any twelve letters in a row of any written form of any mark, in memory of hundreds of megabytes: a word that is half
// overwritten is found as well. It looks at four bytes out of nine and compares only where these are somebody's.
import { formsOf } from './forms.js';
import type { Group, Mark } from './marks.js';

/** Letters, or bytes of what is none, in a row that are no accident. */
const RUN = 12;
const GRAM = 4;
const STRIDE = RUN - GRAM + 1;
const BITS = 24;

export type Hit = {
  readonly group: Group;
  readonly form: string;
  readonly at: number;
  readonly length: number;
};
type Written = {
  readonly group: Group;
  readonly form: string;
  readonly bytes: Buffer;
  readonly least: number;
};
type Place = { readonly of: Written; readonly at: number };

export class Finder {
  readonly #seen = new Uint8Array(1 << (BITS - 3));
  readonly #places = new Map<number, Place[]>();
  /** Of this length pieces of one whole must overlap, so that nothing falls between two. */
  readonly overlap: number;

  constructor(readonly marks: readonly Mark[]) {
    let longest = RUN;
    for (const { group, is } of marks)
      for (const { name, bytes, wide } of formsOf(is)) {
        if (bytes.length < RUN * wide)
          throw new Error(`a ${group} of ${bytes.length} bytes would be found by accident`);
        longest = Math.max(longest, bytes.length);
        this.#know({ group, form: name, bytes, least: RUN * wide });
      }
    this.overlap = longest;
  }

  /** Every hit once, by the place where it begins. */
  hitsIn(bytes: Buffer): Hit[] {
    const hits = new Map<string, Hit>();
    for (let at = 0; at + GRAM <= bytes.length; at += STRIDE) {
      const gram = gramAt(bytes, at);
      if (!this.#isSeen(gram)) continue;
      for (const place of this.#places.get(gram) ?? []) {
        const hit = compare(bytes, at, place);
        if (hit) hits.set(`${hit.group} ${hit.at}`, hit);
      }
    }
    return [...hits.values()];
  }

  #know(of: Written): void {
    for (let at = 0; at + GRAM <= of.bytes.length; at += 1) {
      const gram = gramAt(of.bytes, at);
      const places = this.#places.get(gram);
      if (places) places.push({ of, at });
      else this.#places.set(gram, [{ of, at }]);
      const bit = bitOf(gram);
      this.#seen[bit >>> 3] = (this.#seen[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }

  #isSeen(gram: number): boolean {
    const bit = bitOf(gram);
    return ((this.#seen[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }
}

const gramAt = (bytes: Buffer, at: number): number =>
  ((bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)) >>>
  0;

/** Looked up once: a test runner's globals are slow to reach, and this runs for every ninth byte. */
const { imul } = Math;
const bitOf = (gram: number): number => imul(gram, 0x9e3779b1) >>> (32 - BITS);

/** How far what stands here is what is written there, to both sides. */
function compare(bytes: Buffer, at: number, { of, at: within }: Place): Hit | undefined {
  let before = 0;
  while (before < within && before < at && bytes[at - before - 1] === of.bytes[within - before - 1])
    before += 1;
  let length = before + GRAM;
  const start = at - before;
  const from = within - before;
  while (
    from + length < of.bytes.length &&
    start + length < bytes.length &&
    bytes[start + length] === of.bytes[from + length]
  )
    length += 1;
  return length >= of.least ? { group: of.group, form: of.form, at: start, length } : undefined;
}
