// What stands inside a sealed message: a text, a part of the past that is given back, or how much of that has been seen
// since; in one of three sizes, so that its length says almost nothing.
import { limits } from '@veille/shared';
import * as v from 'valibot';
import { toBase64url } from './base64url.js';

export const paddedSizes = [256, 1024, 4096] as const;
const LARGEST = 4096;
const LENGTH_BYTES = 2;
const PROOF_BYTES = 16;

const text = v.pipe(v.string(), v.maxLength(limits.text));
const proof = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));
/** A line of the past as its giver tells it. `seen`: it stood on the screen of who it was said to. */
const pastLine = v.object({ by: v.picklist(['me', 'you']), text, seen: v.boolean() });
export type PastLine = v.InferOutput<typeof pastLine>;

/** Not strict: a later version may say more, and an older page still reads the text. */
const inside = v.union([
  v.object({ text, proof }),
  v.object({ past: v.array(pastLine), last: v.boolean(), proof }),
  v.object({ seen: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), proof }),
]);
export type Inside = v.InferOutput<typeof inside>;
/** One part of the past, as much as one message carries. `last`: there is no more of it. */
export type PastPart = { past: PastLine[]; last: boolean };
/** Of the lines that were given back, from the first: what `you` said of these now stands on the screen of who seals. */
export type SeenSince = { seen: number };
export type Words = { text: string } | PastPart | SeenSince;

/** Known to nobody but who seals the message and who opens it. */
export const makeProof = () => toBase64url(crypto.getRandomValues(new Uint8Array(PROOF_BYTES)));

const written = (words: Inside) => new TextEncoder().encode(JSON.stringify(words));
const anyProof = '-'.repeat(22);
const hasRoom = (words: Words) => written({ ...words, proof: anyProof }).length + LENGTH_BYTES <= LARGEST;

/**
 * Whether one message can carry this text, now and when it is given back. JSON may write one character as six, so the
 * written form is measured.
 */
export function fits(text: string): boolean {
  if (text.length > limits.text) return false;
  if (new TextEncoder().encode(text).length > limits.textBytes) return false;
  return hasRoom({ past: [{ by: 'you', text, seen: false }], last: false });
}

/** The past in as few messages as carry it: one at least, which says that this is all. Each of its texts must fit. */
export function partsOf(lines: readonly PastLine[]): PastPart[] {
  const parts: PastLine[][] = [[]];
  for (const line of lines) {
    const part = parts.at(-1) ?? [];
    if (hasRoom({ past: [...part, line], last: false })) part.push(line);
    else parts.push([line]);
  }
  return parts.map((past, index) => ({ past, last: index === parts.length - 1 }));
}

/** Promise: 256, 1024 or 4096 bytes. The text must fit. */
export function pad(words: Inside): Uint8Array {
  const content = written(words);
  const size = paddedSizes.find((candidate) => content.length + LENGTH_BYTES <= candidate);
  if (size === undefined) throw new RangeError('a text that does not fit was about to be sealed');
  const padded = new Uint8Array(size);
  new DataView(padded.buffer).setUint16(0, content.length);
  padded.set(content, LENGTH_BYTES);
  return padded;
}

export function unpad(padded: Uint8Array): Inside | 'not-genuine' {
  if (padded.length < LENGTH_BYTES) return 'not-genuine';
  const length = new DataView(padded.buffer, padded.byteOffset).getUint16(0);
  const content = padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
  try {
    const parsed = v.safeParse(inside, JSON.parse(new TextDecoder().decode(content)));
    return parsed.success ? parsed.output : 'not-genuine';
  } catch {
    return 'not-genuine';
  }
}
