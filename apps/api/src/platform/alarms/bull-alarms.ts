// Alarms on BullMQ: one queue, one worker a process, replaced when the queue is heard by nobody, and nothing kept of a job that is over.
import { randomBytes } from 'node:crypto';
import { Queue, Worker, type Job } from 'bullmq';
import * as v from 'valibot';
import type { Clock } from '../clock/clock.js';
import { type Duty, every } from '../clock/every.js';
import { faultOf, reported, say } from '../log/log.js';
import { alarmsPrefix } from '../redis/keys.js';
import type { Redis } from '../redis/client.js';
import { type Alarm, Alarms } from './alarms.js';

type Ids = Record<string, string | number>;
type Wake = (data: unknown) => Promise<unknown>;

const QUEUE = 'alarms';
/** A heartbeat nobody heard, on any node, by the next look: the queue is deaf, which is noticed in at most twice this long. */
export const LOOK_EVERY = 5_000;
const HEARTBEAT = 'alive';
const WALKED_AT_ONCE = 1_000;

/** All of them are harmless to lose, so nothing of them is kept. */
const leavesNothing = { removeOnComplete: true, removeOnFail: true, stackTraceLimit: 0 };

export class BullAlarms extends Alarms {
  readonly #wakes = new Map<string, Wake>();
  readonly #queue: Queue;
  /** This process' own: whoever hears it, on whatever node, the queue is served. */
  readonly #heartbeat = `${HEARTBEAT}_${randomBytes(6).toString('base64url')}`;
  #worker: Worker | undefined;
  #watch: Duty | undefined;

  constructor(
    private readonly patient: Redis,
    private readonly clock: Clock,
    private readonly lookEvery = LOOK_EVERY,
  ) {
    super();
    this.#queue = new Queue(QUEUE, {
      connection: patient,
      prefix: alarmsPrefix,
      streams: { events: { maxLen: 0 } },
    });
    this.#queue.on('error', reported('the alarm queue is troubled'));
    this.#wakes.set(HEARTBEAT, async () => undefined);
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
      ...leavesNothing,
    });
  }

  async carrying(ids: readonly string[]): Promise<number[]> {
    const named = await Promise.all(ids.map((id) => this.#namedWith(id)));
    const armed = await Promise.all([...new Set(named.flat())].map((name) => this.#queue.getJob(name)));
    // One that has just rung is nobody's any more.
    const still = armed.filter((job) => job !== undefined);
    return still.map(({ timestamp, delay }) => Math.max(0, timestamp + delay - this.clock.now()));
  }

  async takeBack(ids: readonly string[]): Promise<void> {
    const named = await Promise.all(ids.map((id) => this.#namedWith(id)));
    await Promise.all([...new Set(named.flat())].map((name) => this.#queue.remove(name)));
    if (named.flat().length > 0) this.#forgetSteps();
  }

  /** The names of all that wait or ring now, and bear this id: a walk in the store over alarms alone, never over all its keys. */
  async #namedWith(id: string): Promise<string[]> {
    const ringing = await Promise.all(
      ['wait', 'active'].map((list) => this.patient.lrange(this.#queue.toKey(list), 0, -1)),
    );
    const names = ringing.flat().filter((name) => name.includes(id));
    let cursor = '0';
    do {
      const [next, found] = await this.patient.zscan(
        this.#queue.toKey('delayed'),
        cursor,
        'MATCH',
        `*${id}*`,
        'COUNT',
        WALKED_AT_ONCE,
      );
      names.push(...found.filter((_, at) => at % 2 === 0));
      cursor = next;
    } while (cursor !== '0');
    return names;
  }

  start(): void {
    this.#worker = this.#listening();
    this.#watch = every(this.lookEvery, () => this.#look());
  }

  async stop(): Promise<void> {
    await Promise.race([this.#watch?.stop(), passed(this.lookEvery)]);
    await this.#worker?.close(true);
    await this.#queue.close();
  }

  #listening(): Worker {
    const worker = new Worker(QUEUE, (job) => this.#wake(job), {
      connection: this.patient,
      prefix: alarmsPrefix,
      concurrency: 50,
      // A worker that dies with a job in hand is noticed in seconds, not in the minute of the defaults.
      lockDuration: 5_000,
      stalledInterval: 2_500,
    });
    worker.on('error', reported('the alarm worker is troubled'));
    worker.on('completed', () => this.#forgetSteps());
    worker.on('failed', () => this.#forgetSteps());
    return worker;
  }

  /**
   * The watchdog: a heartbeat goes through the queue itself, and one that is still there at the next look was not heard.
   * A deaf worker beside one that hears is left alone: the other rings every alarm, and a heartbeat is what wakes it for
   * one whose call the deaf worker took with it.
   */
  async #look(): Promise<void> {
    if (await this.#queue.getJob(this.#heartbeat)) this.#replaceWorker();
    else await this.#queue.add(HEARTBEAT, {}, { jobId: this.#heartbeat, ...leavesNothing });
  }

  /** What the deaf one holds is given up; until the new one rings, the sweep meets the deadlines. */
  #replaceWorker(): void {
    say('warn', 'the alarm worker is deaf and is replaced');
    const deaf = this.#worker;
    this.#worker = this.#listening();
    deaf?.close(true).catch(reported('a deaf alarm worker could not be closed'));
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

const passed = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
