// Alarms on BullMQ: one queue, one worker a process, and nothing kept of a job that is over.
import { Queue, Worker, type Job } from 'bullmq';
import * as v from 'valibot';
import type { Clock } from '../clock/clock.js';
import { faultOf, reported, say } from '../log/log.js';
import { alarmsPrefix } from '../redis/keys.js';
import type { Redis } from '../redis/client.js';
import { type Alarm, Alarms } from './alarms.js';

type Ids = Record<string, string | number>;
type Wake = (data: unknown) => Promise<unknown>;

const QUEUE = 'alarms';

export class BullAlarms extends Alarms {
  readonly #wakes = new Map<string, Wake>();
  readonly #queue: Queue;
  #worker: Worker | undefined;

  constructor(
    private readonly patient: Redis,
    private readonly clock: Clock,
  ) {
    super();
    this.#queue = new Queue(QUEUE, {
      connection: patient,
      prefix: alarmsPrefix,
      streams: { events: { maxLen: 0 } },
    });
    this.#queue.on('error', reported('the alarm queue is troubled'));
  }

  answer<P extends Ids>(kind: Alarm<P>, wakes: (payload: P) => Promise<unknown>): void {
    if (this.#wakes.has(kind.name)) throw new Error(`two answers to the alarm ${kind.name}`);
    this.#wakes.set(kind.name, async (data) => wakes(v.parse(kind.payload, data)));
  }

  async arm<P extends Ids>(kind: Alarm<P>, payload: P, at: number): Promise<void> {
    if (!this.#wakes.has(kind.name)) throw new Error(`nothing answers the alarm ${kind.name}`);
    await this.#queue.add(kind.name, payload, {
      jobId: `${kind.name}_${kind.id(payload)}`,
      delay: Math.max(0, at - this.clock.now()),
      removeOnComplete: true,
      removeOnFail: true,
      stackTraceLimit: 0,
    });
  }

  start(): void {
    this.#worker = new Worker(QUEUE, (job) => this.#wake(job), {
      connection: this.patient,
      prefix: alarmsPrefix,
      concurrency: 50,
      // A worker that dies with a job in hand is noticed in seconds, not in the minute of the defaults.
      lockDuration: 5_000,
      stalledInterval: 2_500,
    });
    this.#worker.on('error', reported('the alarm worker is troubled'));
    this.#worker.on('completed', () => this.#forgetSteps());
    this.#worker.on('failed', () => this.#forgetSteps());
  }

  async stop(): Promise<void> {
    await this.#worker?.close(true);
    await this.#queue.close();
  }

  /** Danger: BullMQ writes every step of every job into a stream, by the job's name, and a name here is somebody's. */
  #forgetSteps(): void {
    const steps = this.#queue.toKey('events');
    this.patient.del(steps).catch(reported('the steps of an alarm could not be forgotten'));
  }

  /** A failed wake-up is not tried again: whatever it should have done still stands in the state, and the sweep sees it. */
  async #wake(job: Job): Promise<void> {
    const wake = this.#wakes.get(job.name);
    if (!wake) return say('warn', 'an alarm of a kind nobody answers');
    await wake(job.data).catch((error: unknown) => say('error', 'an alarm failed', faultOf(error)));
  }
}
