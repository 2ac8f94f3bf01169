// What a figure is worth: the median of its ratios, each of one round, held against its goal and its limit (budgets.json).
// A baseline that spreads says that the machine was busy with something else, and then nothing that is held against it is judged.
import { median, spread } from './statistics.mjs';

const NOISY = 2;
/** What a busy machine draws out, and no baseline of the same round tells by how much. */
const TIMES = new Set(['ms', 's']);

/** A bound is met when one of its ways of saying it is: `share` and `least` are floors, the others ceilings. */
const ways = {
  times: ({ ratio }, bound) => ratio <= bound,
  share: ({ ratio }, bound) => ratio >= bound,
  more: ({ product, baseline }, bound) => product - baseline <= bound,
  most: ({ product }, bound) => product <= bound,
  least: ({ product }, bound) => product >= bound,
};

/** Those that say nothing of a baseline: that it spreads excuses no figure of them. */
const ALONE = new Set(['most', 'least']);

const standsAlone = (bounds) => Object.keys(bounds).every((way) => ALONE.has(way));

const meets = (figure, bounds) => Object.entries(bounds).some(([way, bound]) => ways[way](figure, bound));

/**
 * `figure`: { row, product, baseline? }, a number a round each. The row as it is told and written down. The quick form, which
 * runs beside whatever else a machine does, has limits of its own, and judges no row that has none.
 */
export function judged({ row, product, baseline }, budget, { isQuick = false, isBusy = false } = {}) {
  const { quick, ...always } = budget;
  const bounds = isQuick && quick ? { ...always, limit: quick } : always;
  const ratios = baseline && product.map((value, round) => value / baseline[round]);
  const told = {
    row,
    ...bounds,
    product: median(product),
    ...(baseline && {
      baseline: median(baseline),
      ratio: median(ratios),
      range: [Math.min(...ratios), Math.max(...ratios)],
      spread: spread(baseline),
    }),
    rounds: { product, ...(baseline && { baseline }) },
  };
  return { ...told, verdict: verdictOf(told, { isLeftOut: isQuick && !quick, isBusy }) };
}

function verdictOf({ goal, limit, ...figure }, { isLeftOut, isBusy }) {
  if (!goal && !limit) return 'told';
  if (isLeftOut) return 'not judged';
  const isAlone = figure.baseline === undefined || standsAlone({ ...goal, ...limit });
  const isNoisy = isAlone ? isBusy && TIMES.has(figure.unit) : figure.spread > NOISY;
  if (isNoisy) return 'noisy, not judged';
  if (limit && !meets(figure, limit)) return 'OVER';
  return goal && !meets(figure, goal) ? 'short of the goal' : 'ok';
}

/** Nothing over its limit, and nothing lost, out of order, astray or written down. */
export const holds = (rows, faults) =>
  rows.every(({ verdict }) => verdict !== 'OVER') &&
  Object.values(faults).every((counts) => Object.values(counts).every((count) => count === 0));
