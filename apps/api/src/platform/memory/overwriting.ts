// What this process lets go of does not stay readable in its memory: the heap overwrites what it frees, and every so often
// everything nobody holds any more is let go of, however quiet the night. The other half, what Node takes from the system's
// own allocator, is overwritten by a variable its launcher sets (launch/service.mjs).
import type { Server } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Duty, every } from '../clock/every.js';

/** Twice what V8 gives newcomers at most, so that both of its halves are filled. */
const NURSERY_BYTES = 3 * 16 * 1024 * 1024;

/** `period` in milliseconds: none is promised to be forgotten sooner. It stops the node for some tens of them. */
export function overwriteWhatIsFreed(period: number): Duty {
  setFlagsFromString('--clear-free-memory');
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('this Node does not let its memory be collected');
  return every(period, async () => {
    fillNursery();
    Reflect.apply(collect, undefined, []);
    fillNursery();
  });
}

/**
 * Node reads all requests into one buffer it never gives back, so that what the last long one said, a password or an address,
 * stays in it. A connection somebody listens to is read into memory of its own, which is overwritten when it goes.
 */
export function readApart(server: Server): void {
  server.on('connection', (connection) => void connection.on('data', () => undefined));
}

/** Where objects are born V8 moves out who lives and leaves behind copies of all: newcomers of no meaning are put over them. */
function fillNursery(): void {
  let kept = '';
  for (let filled = 0; filled < NURSERY_BYTES; filled += 1_024) kept = String(filled).padEnd(1_000, ' ');
  if (kept === '') throw new Error('nothing was filled');
}
