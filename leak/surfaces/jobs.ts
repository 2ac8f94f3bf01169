// Every job BullMQ holds or held while people talked, as the library itself reads it: its data, its name, its fate.
import { type Job, Queue } from 'bullmq';
import { alarmsPrefix } from '../../apps/api/src/platform/redis/keys.js';
import type { StartedStore } from '../../launch/stores.mjs';
import { clientOf } from './client.js';
import type { Surface } from './surface.js';

const LOOK_EVERY = 100;
const any = [
  'waiting',
  'active',
  'delayed',
  'completed',
  'failed',
  'prioritized',
  'waiting-children',
] as const;

export type WatchedJobs = { readonly surface: Surface; readonly queue: Queue; stop(): Promise<void> };

export function watchJobs(store: StartedStore): WatchedJobs {
  const connection = clientOf(store);
  const queue = new Queue('alarms', { connection, prefix: alarmsPrefix });
  queue.on('error', () => undefined);
  const seen = new Map<string, string>();
  const look = async () => {
    const jobs: (Job | undefined)[] = await queue.getJobs([...any]);
    for (const job of jobs) if (job?.id) seen.set(job.id, JSON.stringify(job.asJSON()));
  };
  const looking = setInterval(() => void look().catch(() => undefined), LOOK_EVERY);
  const surface: Surface = {
    name: 'jobs',
    decoded: true,
    async *pieces() {
      await look();
      for (const [id, text] of seen) yield { where: id, bytes: Buffer.from(`${id}\n${text}`) };
    },
  };
  const stop = async () => {
    clearInterval(looking);
    await queue.close();
    connection.disconnect();
  };
  return { surface, queue, stop };
}
