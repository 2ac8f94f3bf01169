// The relay, rows 1 to 6: a message from one tab to its peer, beside raw ws and bare socket.io, on one process and on two.
import { each, inRounds } from './lib/rounds.mjs';
import { openHouse, startBaseline, startPinned } from './lib/servers.mjs';
import { overProduct, overSocketIo, overWs, standBy } from './lib/sides.mjs';
import { percentile } from './lib/statistics.mjs';
import { costOf } from './lib/usage.mjs';
import { openKept } from './lib/volunteers.mjs';

export const name = 'relay';
const full = { pairs: 100, warm: 30_000, openFor: 3, messages: 30_000, acknowledged: 12_000, seconds: 2 };
/** As many words on half of the pairs; of the open loop nothing is judged here. */
const quick = { pairs: 50, warm: 8_000, openFor: 0.4, messages: 12_000, acknowledged: 6_000, seconds: 1 };

/** What one server makes of it: milliseconds, and microseconds of processor a message, of every process that works for it. */
async function measure(load, pids, size) {
  await load.closed({ messages: size.warm, seconds: size.seconds });
  const open = await costOf(pids, () => load.open({ rate: 500, seconds: size.openFor }));
  const closed = await costOf(pids, () => load.closed({ messages: size.messages, seconds: size.seconds }));
  return {
    p50: percentile(open.result, 0.5),
    p99: percentile(open.result, 0.99),
    cpuSlow: open.cost / open.result.length,
    cpu: closed.cost / closed.result.messages,
    perSecond: closed.result.messages / closed.result.seconds,
  };
}

async function measureAcknowledged(load, pids, { acknowledged: messages, seconds }) {
  const { cost, result } = await costOf(pids, () => load.closed({ messages, seconds, acknowledged: true }));
  return { cpuAcknowledged: cost / result.messages };
}

async function ofBaseline(which, over, size) {
  const server = await startBaseline(which);
  const load = await over(server, size.pairs);
  const measured = await measure(load, [server.pid], size);
  const acknowledged = which === 'sio-relay' ? await measureAcknowledged(load, [server.pid], size) : {};
  await server.stop();
  return { ...measured, ...acknowledged, faults: { ...load.faults, written: 0 } };
}

async function onOne({ kept, live, cookies: [off, ...cookies], flags }, size) {
  const house = await openHouse({ kept, live, flags });
  const [node] = house.nodes;
  const load = await overProduct({ cookies, callersOn: node, volunteersOn: node });
  await standBy(load, house, off);
  const measured = await measure(load, house.pids, size);
  const acknowledged = await measureAcknowledged(load, house.pids, size);
  const written = await house.close();
  return { ...measured, ...acknowledged, faults: { ...load.faults, written } };
}

/** Half of the pairs have an end on each of the two; both ends of the others are on the first. */
async function onTwo({ kept, live, cookies: [off, ...cookies], flags }, size) {
  const house = await openHouse({ kept, live, nodes: 2, flags });
  const [callersOn, other] = house.nodes;
  const half = size.pairs / 2;
  // Half of the pairs bear half of the words: nobody is too fast for their tab's pace.
  const lighter = { ...size, warm: size.warm / 2, messages: size.messages / 2 };
  const apart = await overProduct({ cookies: cookies.slice(0, half), callersOn, volunteersOn: other });
  const close = await overProduct({ cookies: cookies.slice(half), callersOn, volunteersOn: callersOn });
  await standBy(apart, house, off);
  const remote = await measure(apart, house.pids, lighter);
  const beside = await measure(close, house.pids, { ...lighter, openFor: 0.2 });
  const written = await house.close();
  return { remote, beside, faults: { ...sumOf([apart.faults, close.faults]), written } };
}

/** The figures, each by round. */
export async function run({ rounds, random, note, isQuick, flags }) {
  const size = isQuick ? quick : full;
  note('accounts');
  // One more volunteer than pairs: a bystander.
  const { kept, cookies, close } = await openKept({ volunteers: size.pairs + 1 });
  const live = await startPinned('live');
  const variants = {
    ws: () => ofBaseline('ws-relay', overWs, size),
    sio: () => ofBaseline('sio-relay', overSocketIo, size),
    one: () => onOne({ kept, live, cookies, flags }, size),
    two: () => onTwo({ kept, live, cookies, flags }, size),
  };
  const measured = await inRounds({ rounds, random, note }, variants);
  await live.stop();
  await close();
  return { figures: figuresOf(measured), faults: faultsOf(measured) };
}

function figuresOf({ ws, sio, one, two }) {
  const [remote, beside] = [each(two, (both) => both.remote), each(two, (both) => both.beside)];
  const figure = (row, field, [product, baseline]) => ({
    row,
    product: each(product, (measured) => measured[field]),
    baseline: each(baseline, (measured) => measured[field]),
  });
  const perCore = (field) => (measured) => 1_000_000 / measured[field];
  const rate = (row, field) => ({
    row,
    product: each(one, perCore(field)),
    baseline: each(sio, perCore(field)),
  });
  return [
    figure('1', 'p50', [one, ws]),
    figure('2', 'p99', [one, ws]),
    figure('3', 'p50', [remote, ws]),
    rate('4', 'cpu'),
    rate('5', 'cpuAcknowledged'),
    figure('6', 'cpu', [remote, sio]),
    figure('6b', 'cpu', [beside, sio]),
    figure('500-one', 'cpuSlow', [one, sio]),
    figure('500-two', 'cpuSlow', [remote, sio]),
  ];
}

/** What must be nothing, over all rounds and variants. */
const faultsOf = (measured) =>
  sumOf(Object.values(measured).flatMap((all) => each(all, ({ faults }) => faults)));

const sumOf = (all) =>
  all.reduce((sum, one) =>
    Object.fromEntries(Object.keys(one).map((fault) => [fault, (sum[fault] ?? 0) + one[fault]])),
  );
