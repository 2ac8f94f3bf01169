// The growth of each cost as a picture: one small chart a cost, drawn from the curves of a run.

const WIDE = 400;
const HIGH = 240;
const MARGIN = { left: 52, right: 84, top: 34, bottom: 40 };
const COLOURS = ['#3d7a5c', '#c98a2b', '#b3443c', '#4a6fa5'];

const percent = (share) => 100 * share;
const same = (value) => value;

/** What is drawn, from which curve, against what; `log`: each tenfold as wide as the other. */
const CHARTS = [
  {
    curve: 'queue',
    title: 'moves of the line, µs in the store',
    x: 'waiting',
    log: true,
    lines: { join: same, match: same, position: same, leave: same },
  },
  {
    curve: 'places',
    title: 'everything, % of a core',
    x: 'waiting',
    lines: { calm: percent, moving: percent },
  },
  {
    curve: 'conversations',
    title: 'conversations at a human pace, % of a core',
    x: 'size',
    lines: { cores: percent },
  },
  { curve: 'nodes', title: 'a message, µs of processor in all', x: 'nodes', lines: { message: same } },
  {
    curve: 'nodes',
    title: '24 conversations that are silent, % of a core',
    x: 'nodes',
    lines: { standing: same },
  },
];

export function growthPicture(curves) {
  const drawn = CHARTS.filter(({ curve }) => curves[curve]?.length > 1);
  const rows = Math.ceil(drawn.length / 2);
  const charts = drawn.map(
    (chart, at) =>
      `<g transform="translate(${(at % 2) * WIDE} ${Math.floor(at / 2) * HIGH})">${chartOf(chart, curves[chart.curve])}</g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDE} ${rows * HIGH}" font-family="sans-serif" font-size="12">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...charts,
    '</svg>\n',
  ].join('\n');
}

function chartOf({ title, x: along, log, lines }, points) {
  const places = points.map((point) => (log ? Math.log10(point[along]) : point[along]));
  const values = Object.entries(lines).flatMap(([field, of]) => points.map((point) => of(point[field])));
  const most = Math.max(...values);
  const [first, last] = [places[0], places.at(-1)];
  const x = (place) => MARGIN.left + ((WIDE - MARGIN.left - MARGIN.right) * (place - first)) / (last - first);
  const y = (value) => HIGH - MARGIN.bottom - ((HIGH - MARGIN.top - MARGIN.bottom) * value) / most;
  const axis = points.map(
    (point, at) =>
      `<text x="${x(places[at]).toFixed(1)}" y="${HIGH - 22}" text-anchor="middle">${point[along].toLocaleString('en')}</text>`,
  );
  const curves = Object.entries(lines).map(([field, of], at) => {
    const colour = COLOURS[at];
    const path = points.map((point, nth) => `${x(places[nth]).toFixed(1)} ${y(of(point[field])).toFixed(1)}`);
    const end = y(of(points.at(-1)[field])) + 4;
    return `<path d="M${path.join('L')}" fill="none" stroke="${colour}" stroke-width="2"/><text x="${WIDE - MARGIN.right + 6}" y="${end.toFixed(1)}" fill="${colour}">${field}</text>`;
  });
  return [
    `<text x="12" y="20" font-weight="600">${title}</text>`,
    `<path d="M${MARGIN.left} ${MARGIN.top}V${HIGH - MARGIN.bottom}H${WIDE - MARGIN.right}" fill="none" stroke="#222"/>`,
    `<text x="${MARGIN.left - 6}" y="${MARGIN.top + 6}" text-anchor="end">${Number(most.toPrecision(3))}</text>`,
    `<text x="${MARGIN.left - 6}" y="${HIGH - MARGIN.bottom + 4}" text-anchor="end">0</text>`,
    ...axis,
    `<text x="${(WIDE - MARGIN.right + MARGIN.left) / 2}" y="${HIGH - 6}" text-anchor="middle" fill="#666">${along}</text>`,
    ...curves,
  ].join('\n');
}
