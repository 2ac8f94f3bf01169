// Every key of the two stores has its row in docs/kept.md, and every row a key: what is kept is what is said to be kept.
import { declared, entriesOf, given, nodesOf } from './syntax.mjs';

/** The exported objects of keys.ts whose entries are the builders of keys. */
export const keyHolders = ['liveKeys', 'doorKeys', 'keptKeys'];

/** Entries that are a piece of keys, for the moves that build one themselves. */
const pieces = ['tag'];

/** The names of the key builders, by text alone. */
export function keysIn(source) {
  const nodes = [...nodesOf(source)];
  const names = keyHolders.flatMap((holder) => [...entriesOf(given(declared(holder, nodes))).keys()]);
  return names.filter((name) => !pieces.includes(name));
}

/** The names in the first column of the tables, where they stand as `name`. */
export function rowsIn(kept) {
  return kept.split('\n').flatMap((line) => /^\|\s*`([^`]+)`\s*\|/.exec(line)?.[1] ?? []);
}

/** All that keeps the keys and the page from saying the same. */
export function keptFindings({ keys: source, kept }) {
  const keys = keysIn(source);
  const rows = rowsIn(kept);
  const doubles = rows.filter((row, at) => rows.indexOf(row) !== at);
  return [
    ...(keys.length === 0 ? [`platform/redis/keys.ts names no key in ${keyHolders.join(' or ')}`] : []),
    ...keys.filter((key) => !rows.includes(key)).map((key) => `docs/kept.md has no row for the key ${key}`),
    ...rows.filter((row) => !keys.includes(row)).map((row) => `docs/kept.md: ${row} is no key of keys.ts`),
    ...doubles.map((row) => `docs/kept.md: ${row} stands twice`),
  ];
}
