// `node bench/plot.mjs FILE …`: from the JSON of a run, or of runs of some parts each, the table of docs/performance.md and the pictures beside it, so that no figure
// there was ever typed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growthPicture } from './lib/growth-picture.mjs';
import { boundOf, numberOf, numberOfRow } from './lib/telling.mjs';

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const [BEGIN, END] = ['<!-- begin: bench/plot.mjs -->', '<!-- end: bench/plot.mjs -->'];

/** Rows without a number stand last. */
const placeOf = ({ row }) => Number(numberOfRow(row)) || 1_000;

const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const report = {
  ...reports[0],
  // A part that was run again stands as it was run last.
  rows: [...new Map(reports.flatMap(({ rows }) => rows).map((row) => [row.row, row])).values()].sort(
    (one, other) => placeOf(one) - placeOf(other),
  ),
  seconds: reports.reduce((sum, { seconds }) => sum + seconds, 0),
  faults: Object.assign({}, ...reports.map(({ faults }) => faults)),
  curves: Object.assign({}, ...reports.map(({ curves }) => curves)),
};
function tableOf({ rows, machine, rounds, seconds, faults }) {
  const head = ['row', 'figure', 'product', 'beside', 'ratio', 'goal', 'limit', 'verdict'];
  const lines = [head, head.map(() => '---'), ...rows.map(cellsOf)];
  const found = Object.values(faults)
    .flatMap((counts) => Object.entries(counts))
    .flatMap(([fault, count]) => (count > 0 ? [`${count} ${fault}`] : []));
  const { date, cpu, cores, memory, node, redis, load } = machine;
  return [
    lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    '',
    `Run on ${date} in ${seconds} s, ${rounds} rounds at most: ${cpu}, ${cores} cores, ${memory}, Node ${node}, Redis ${redis}; what else wanted to`,
    `run when it began: ${load[0]} (load average). Lost, out of order, astray, written down, early or not back: ${found.join(', ') || 'nothing'}.`,
  ].join('\n');
}

function cellsOf({ row, what, unit, against, product, baseline, ratio, range, goal, limit, verdict }) {
  return [
    numberOfRow(row),
    what,
    `${numberOf(product)} ${unit}`,
    baseline === undefined ? '' : `${against} ${numberOf(baseline)} ${unit}`,
    ratio === undefined ? '' : `${ratio.toFixed(2)}× [${range.map((one) => one.toFixed(2)).join('–')}]`,
    goal ? boundOf(goal, unit) : '',
    limit ? boundOf(limit, unit) : '',
    verdict,
  ];
}

/** How much of its limit each figure takes: the limit is 1, and less is better whichever way the figure counts. */
function shareOfLimit(bounds, { product, ratio }) {
  const [[way, bound]] = Object.entries(bounds);
  const value = way === 'times' || way === 'share' ? ratio : product;
  return way === 'share' || way === 'least' ? bound / value : value / bound;
}

const colours = {
  ok: '#3d7a5c',
  'short of the goal': '#c98a2b',
  OVER: '#b3443c',
  'noisy, not judged': '#9aa0a6',
};

function pictureOf(rows) {
  const drawn = rows.filter(({ limit }) => limit);
  const [left, width, high, top] = [430, 420, 20, 40];
  // From a tenth of the limit to three times of it, each doubling as long as the other.
  const x = (share) => left + (width * Math.log(Math.min(3, Math.max(0.1, share)) / 0.1)) / Math.log(30);
  const bars = drawn.map((row, at) => {
    const y = top + at * high;
    const share = shareOfLimit(row.limit, row);
    const goal = row.goal && shareOfLimit(row.limit, boundAsFigure(row.goal));
    return [
      `<text x="${left - 10}" y="${y + 12}" text-anchor="end">${row.what}</text>`,
      `<rect x="${left}" y="${y + 3}" width="${(x(share) - left).toFixed(1)}" height="11" fill="${colours[row.verdict]}"/>`,
      goal ? `<path d="M${x(goal).toFixed(1)} ${y}v17" stroke="#222" stroke-dasharray="2 2"/>` : '',
    ].join('');
  });
  const bottom = top + drawn.length * high;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 40} ${bottom + 20}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${left}" y="20">how much of its limit each figure takes (dashes: the goal; grey: noisy)</text>`,
    ...bars,
    `<path d="M${x(1).toFixed(1)} ${top - 8}V${bottom}" stroke="#222"/><text x="${x(1) - 14}" y="${bottom + 14}">limit</text>`,
    '</svg>\n',
  ].join('\n');
}

/** A goal, drawn where a figure that just meets it would stand. */
const boundAsFigure = (bounds) => {
  const [[way, bound]] = Object.entries(bounds);
  return way === 'times' || way === 'share' ? { ratio: bound } : { product: bound };
};

const page = join(docs, 'performance.md');
const text = readFileSync(page, 'utf8');
const [before, rest] = text.split(BEGIN);
const after = rest.split(END)[1];
writeFileSync(page, `${before}${BEGIN}\n\n${tableOf(report)}\n\n${END}${after}`);
writeFileSync(join(docs, 'performance.svg'), pictureOf(report.rows));
writeFileSync(join(docs, 'performance-growth.svg'), growthPicture(report.curves));
