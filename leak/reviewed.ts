// What somebody reviewed that staff may be told, field by field (libs/shared/src/told-to-staff.reviewed.txt), held against what
// really stands in a frame or an answer: anything else that stands there is found (P11).
import { readFileSync } from 'node:fs';

const list = new URL('../libs/shared/src/told-to-staff.reviewed.txt', import.meta.url);
const lines = readFileSync(list, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** `.who?.name: string` after its root: where it stands, whether nothing may stand there, and what kind of thing does. */
type Leaf = { readonly path: string; readonly optional: readonly string[]; readonly kind: string };

/** What was reviewed under a root, e.g. `listen volunteer.is` or `http who`; undefined when nobody ever reviewed such a thing. */
function leavesOf(root: string): readonly Leaf[] | undefined {
  const mine = lines
    .filter((line) => line === root || (line.startsWith(root) && /^[.?[:]/.test(line.slice(root.length))))
    .map((line) => line.slice(root.length));
  return mine.length === 0 ? undefined : mine.filter((rest) => rest !== '').map(leafOf);
}

function leafOf(rest: string): Leaf {
  const at = rest.lastIndexOf(': ');
  const [written, kind] = [rest.slice(0, at), rest.slice(at + 2)];
  const parts = written.split('?');
  const optional = parts.slice(0, -1).map((_part, index) => parts.slice(0, index + 1).join(''));
  return { path: parts.join(''), optional, kind };
}

const A_WORD = /^[\w#-]{0,40}$/;

function isOf(kind: string, value: unknown): boolean {
  if (kind !== 'a word') return typeof value === kind;
  return typeof value === 'boolean' || (typeof value === 'string' && A_WORD.test(value));
}

/** Where something stands in this value that nobody reviewed under this root; an empty thing is nothing. */
export function unreviewedIn(root: string, value: unknown): string[] {
  const leaves = leavesOf(root);
  if (!leaves) return [root];
  return [...notIn(leaves, '', value)].map((path) => `${root}${path}`);
}

function* notIn(leaves: readonly Leaf[], path: string, value: unknown): Generator<string> {
  if (value === undefined) return;
  if (value === null) {
    if (!leaves.some(({ optional }) => optional.includes(path))) yield path;
  } else if (Array.isArray(value)) for (const one of value) yield* notIn(leaves, `${path}[]`, one);
  else if (typeof value === 'object') yield* notInObject(leaves, path, value);
  else if (!leaves.some((leaf) => leaf.path === path && isOf(leaf.kind, value))) yield path;
}

function* notInObject(leaves: readonly Leaf[], path: string, value: object): Generator<string> {
  for (const [field, one] of Object.entries(value)) {
    const named = `${path}.${field}`;
    const stands = (at: string) => leaves.some((leaf) => leaf.path === at || /^[.[]/.test(after(leaf, at)));
    if (stands(named)) yield* notIn(leaves, named, one);
    else if (stands(`${path}[a word]`) && A_WORD.test(field)) yield* notIn(leaves, `${path}[a word]`, one);
    else if (!stands(`${path}.*`)) yield named;
  }
}

const after = (leaf: Leaf, at: string): string =>
  leaf.path.startsWith(at) ? leaf.path.slice(at.length) : '';

/** Whether this field stands under a root, whatever is in it. */
export const isField = (root: string, name: string): boolean =>
  lines.some(
    (line) => line.startsWith(`${root}.${name}`) && /^[.?[:]/.test(line.slice(`${root}.${name}`.length)),
  );

/** Everything that may be answered over HTTP: an answer is one of these. */
export const answers: readonly string[] = [
  ...new Set(lines.flatMap((line) => /^http [A-Za-z]+/.exec(line)?.[0] ?? [])),
];
