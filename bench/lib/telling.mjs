// How a run is told to a person: one line a figure, and what must be nothing.

export function lineOf({ row, what, unit, against, product, baseline, ratio, range, goal, limit, verdict }) {
  const figure = `${numberOf(product)} ${unit}`;
  const other = baseline === undefined ? '' : `${against} ${numberOf(baseline)} ${unit}`;
  const times =
    ratio === undefined ? '' : `${ratio.toFixed(2)}× [${range.map((one) => one.toFixed(2)).join('–')}]`;
  const bounds = [goal && `goal ${boundOf(goal, unit)}`, limit && `limit ${boundOf(limit, unit)}`];
  return [
    (/^\d+/.exec(row)?.[0] ?? '').padStart(2),
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

export const numberOf = (value) =>
  value >= 1_000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3).replace(/\.?0+$/, '');

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
