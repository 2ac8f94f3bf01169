// Loaded into a process before everything else: how late its event loop is, told in milliseconds to whoever started it.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION = 10;
const lag = monitorEventLoopDelay({ resolution: RESOLUTION });
lag.enable();

process.on('message', (asked) => {
  if (asked === 'lag-anew') lag.reset();
  if (asked === 'lag') process.send?.({ p50: at(50), p99: at(99), max: late(lag.max) });
});
// Whoever listens to us does not keep us here.
process.channel?.unref();

/** What is measured is the time from one look to the next. */
const late = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
const at = (percentile) => late(lag.percentile(percentile));
