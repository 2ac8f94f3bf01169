// Looks through surfaces for marks, and says of each how much was read and what was found where.
import { decodedIn } from './forms.js';
import type { Finder, Hit } from './finder.js';
import type { Surface } from './surfaces/surface.js';

export type Found = Hit & { readonly where: string };
export type Seen = {
  readonly surface: string;
  readonly pieces: number;
  readonly bytes: number;
  readonly found: readonly Found[];
};

/** `note` is told which place is looked at. */
export async function look(
  surfaces: readonly Surface[],
  finder: Finder,
  note: (words: string) => void = () => undefined,
): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const surface of surfaces) {
    note(surface.name);
    seen.push(await lookThrough(surface, finder));
  }
  return seen;
}

async function lookThrough(surface: Surface, finder: Finder): Promise<Seen> {
  const { name, decoded } = surface;
  const found: Found[] = [];
  let [count, read] = [0, 0];
  for await (const { where, bytes } of surface.pieces()) {
    count += 1;
    read += bytes.length;
    const inside = decoded ? [...decodedIn(bytes)] : [];
    for (const each of [bytes, ...inside])
      for (const hit of finder.hitsIn(each))
        found.push({ ...hit, where: each === bytes ? where : `${where}, decoded` });
  }
  return { surface: name, pieces: count, bytes: read, found };
}
