// A process that does nothing, beside those that are measured: what the machine itself makes of everybody's time.
import './loop-lag.mjs';

setInterval(() => {}, 60_000);
process.send?.({ ready: true });
