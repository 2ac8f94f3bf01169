// A flat record as a hash holds one: every value a text, a set its members with spaces between.

type Value = string | number | ReadonlySet<string>;

const textOf = (value: Value): string => (typeof value === 'object' ? [...value].join(' ') : String(value));

export const asText = (
  entries: readonly (readonly [field: string, value: Value])[],
): Record<string, string> => Object.fromEntries(entries.map(([field, value]) => [field, textOf(value)]));
