// How a run is told to a person: one line a figure, and what must be nothing.

export function lineOf({ row, what, unit, against, product, baseline, ratio, range, goal, limit, verdict }) {
  const figure = `${numberOf(product)} ${unit}`;
  const other = baseline === undefined ? '' : `${against} ${numberOf(baseline)} ${unit}`;
  const times =
    ratio === undefined ? '' : `${ratio.toFixed(2)}× [${range.map((one) => one.toFixed(2)).join('–')}]`;
  const bounds = [goal && `goal ${boundOf(goal, unit)}`, limit && `limit ${boundOf(limit, unit)}`];
  return [
    numberOfRow(row).padStart(2),
    what.padEnd(52),
    figure.padStart(13),
    other.padEnd(36),
    times.padEnd(19),
    ...bounds.map((bound) => (bound || '').padEnd(27)),
    verdict,
  ]
    .join('  ')
    .trimEnd();
}

/** The row of the budget; nothing for what is only told beside them. */
export const numberOfRow = (row) => /^\d{1,2}(?!\d)/.exec(row)?.[0] ?? '';

export const numberOf = (value) =>
  value >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

const sayings = {
  times: (bound) => `≤ ${bound}×`,
  share: (bound) => `≥ ${bound}×`,
  more: (bound, unit) => `+${bound} ${unit}`,
  most: (bound, unit) => `≤ ${numberOf(bound)} ${unit}`,
  least: (bound, unit) => `≥ ${numberOf(bound)} ${unit}`,
};

export const boundOf = (bounds, unit) =>
  Object.entries(bounds)
    .map(([way, bound]) => sayings[way](bound, unit))
    .join(' or ');

/** What must be nothing, part by part. */
export const faultsLine = (part, faults) =>
  `    ${part}: ${Object.entries(faults)
    .map(([fault, count]) => `${count} ${fault}`)
    .join(', ')}`;
