// The nouns of the api in their order: commands go down by import, facts go up by event. One row is one height.
export const heights = [
  ['association', 'network'],
  ['audit', 'factor', 'post'],
  ['counters', 'presence', 'access'],
  ['sign-on'],
  ['line'],
  ['volunteer'],
  ['conversation'],
  ['rebuild'],
  ['offer'],
  ['overflow'],
];

export const nouns = heights.flat();

/** The folders of apps/api/src that are no noun: the doors, the law of what may be kept, the technique. */
export const grounds = ['faces', 'privacy', 'platform'];

/** Everything a noun may not import: whoever stands at its own height or above. */
export function notBelow(noun) {
  const height = heights.findIndex((row) => row.includes(noun));
  return heights
    .slice(height)
    .flat()
    .filter((other) => other !== noun);
}

/** A folder nobody placed would escape every rule of order, so it is refused until it is placed. */
export function unplacedFolders(folders) {
  return folders
    .filter((folder) => !nouns.includes(folder) && !grounds.includes(folder))
    .map((folder) => `apps/api/src/${folder}/ has no place in the order of nouns (launch/check/nouns.mjs)`);
}
