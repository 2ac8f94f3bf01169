// All the surfaces of one house that a promise names, in the order in which looking at one does not change the next.
import { existsSync } from 'node:fs';
import { filesOf } from './surfaces/disk.js';
import { handoverOf } from './surfaces/handover.js';
import { heapOf } from './surfaces/heap.js';
import { watchJobs } from './surfaces/jobs.js';
import { keysOf } from './surfaces/keys.js';
import { memoryOf } from './surfaces/memory.js';
import { overhear } from './surfaces/overheard.js';
import { clientsOf, slowLogOf } from './surfaces/store-logs.js';
import type { Surface } from './surfaces/surface.js';
import type { SearchedHouse } from './house.js';
import type { Queue } from 'bullmq';

/** Of pieces of files and memory, what is read again with the next one: longer than any form of any mark. */
const OVERLAP = 1_024;

/** Only Linux lets a process's memory be read as a file; elsewhere the pictures of the heaps are all there is (docs/promises.md). */
export const showsMemory = existsSync('/proc/self/mem');

export type Everything = {
  /** P1 */ readonly stores: readonly Surface[];
  /** P2 */ readonly disks: readonly Surface[];
  /** P3: memory first, for a picture of the heap leaves traces of its own. */ readonly memories: readonly Surface[];
  readonly heaps: readonly Surface[];
  /** P14 */ readonly handover: Surface;
  readonly queue: Queue;
  stop(): Promise<void>;
};

/** From now on what passes is overheard. */
export async function everythingOf(house: SearchedHouse): Promise<Everything> {
  const { nodes, stores } = house;
  const since = Date.now();
  const overheard = await overhear(stores);
  const jobs = watchJobs(house.live);
  const processes = [...nodes, ...stores.map(({ name, pid }) => ({ name: `${name} store`, pid }))];
  return {
    stores: [keysOf(stores), ...overheard.surfaces, slowLogOf(stores), clientsOf(stores), jobs.surface],
    disks: filesOf(house, OVERLAP, since),
    memories: processes.filter(() => showsMemory).map((one) => memoryOf(one, OVERLAP)),
    heaps: nodes.map((node) => heapOf(house, node, OVERLAP)),
    handover: handoverOf(house),
    queue: jobs.queue,
    stop: async () => {
      overheard.stop();
      await jobs.stop();
    },
  };
}
