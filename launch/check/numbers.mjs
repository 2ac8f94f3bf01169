// How long the sources are: said, not judged, because beauty is lost in the tail and a number shows it growing.

/** A source is what ships or launches and is neither a test nor its harness. */
export function isSource(path) {
  const code = /\.(?:ts|mjs|svelte|lua)$/.test(path);
  return code && !/\.(?:spec|contract)\.|(?:^|\/)(?:test|e2e|leak|bench|faults)\//.test(path);
}

/** The line of numbers for [path, text] pairs. */
export function numbersOf(sources) {
  const lengths = sources
    .map(([path, text]) => ({ path, lines: text.trimEnd().split('\n').length }))
    .sort((one, other) => one.lines - other.lines);
  const at = (share) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))];
  if (lengths.length === 0) return 'no source yet';
  const longest = lengths[lengths.length - 1];
  return `${lengths.length} sources · median ${at(0.5).lines} · p90 ${at(0.9).lines} · longest ${longest.lines} (${longest.path})`;
}
