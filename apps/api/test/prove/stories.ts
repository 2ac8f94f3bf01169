// Random stories on a real Redis with the real moves, over two nodes, and in memory beside it; shrunk when one goes wrong.
import { lineId } from '@veille/domain';
import fc from 'fast-check';
import { liveInRedis, liveOver } from '../harness/live-stores.js';
import { aMoment, type Moment } from '../harness/moments.js';
import { aRedis, type TestRedis } from '../harness/redis.js';
import { Story } from '../harness/story.js';

export type Asked = {
  readonly runs: number;
  readonly seed: number;
  /** Deeds of a story: from none to twice as many, so that one that goes wrong is told again in as few words as possible. */
  readonly commands?: number;
  /** Called after every story. */
  readonly heard?: (runs: number, commands: number) => void;
  /** Another live store than one of its own. */
  readonly on?: TestRedis;
  /** Whether a story that goes wrong is told shorter; otherwise it is enough to know that one does. */
  readonly shorter?: boolean;
};

export type Told = {
  readonly runs: number;
  readonly commands: number;
  /** How often two deeds were done at the same time, on two nodes. */
  readonly atOnce: number;
  /** How often each deed was done. */
  readonly by: Readonly<Record<string, number>>;
  /** The shortest story that goes wrong, and how; `undefined` when none does. */
  readonly violation: string | undefined;
};

export async function tellStories({
  runs,
  seed,
  commands = 100,
  heard,
  on,
  shorter = true,
}: Asked): Promise<Told> {
  const redis = on ?? (await aRedis());
  const other = redis.client.duplicate();
  const teller = new Teller(redis, await twoNodes(redis, other));
  try {
    const lengths = { maxLength: Math.ceil(LONGEST * commands), size: 'max' } as const;
    const story = fc.asyncProperty(fc.array(aMoment, lengths), async (moments) => {
      await teller.tell(moments);
      heard?.(teller.runs, teller.commands);
    });
    const outcome = await fc.check(story, { seed, numRuns: runs, endOnFailure: !shorter });
    return { ...teller.told, violation: outcome.failed ? inWords(outcome) : undefined };
  } finally {
    other.disconnect();
    if (!on) await redis.stop();
  }
}

/** Two deeds in some moments, and lengths that lean to the short side: so many moments at most come to so many deeds on average. */
const LONGEST = 1.6;

type Nodes = ConstructorParameters<typeof Story>[1];

async function twoNodes(redis: TestRedis, other: TestRedis['client']): Promise<Nodes> {
  await other.connect();
  return [await liveInRedis(redis.client), await liveOver(other)];
}

class Teller {
  readonly #by = new Map<string, number>();
  #atOnce = 0;
  runs = 0;
  commands = 0;

  constructor(
    private readonly redis: TestRedis,
    private readonly nodes: Nodes,
  ) {}

  async tell(moments: readonly Moment[]): Promise<void> {
    this.runs += 1;
    await this.redis.client.flushall();
    const story = new Story(this.redis.client, this.nodes, lineId(`line-${this.runs}`));
    for (const moment of moments) {
      for (const { what } of moment.deeds) this.#by.set(what, (this.#by.get(what) ?? 0) + 1);
      this.commands += moment.deeds.length;
      await story.goesOn(moment);
    }
    await story.ends();
    this.#atOnce += story.atOnce;
  }

  get told(): Omit<Told, 'violation'> {
    const by = Object.fromEntries([...this.#by].sort(([, one], [, other]) => other - one));
    return { runs: this.runs, commands: this.commands, atOnce: this.#atOnce, by };
  }
}

function inWords({ counterexample, errorInstance, numShrinks }: fc.RunDetails<[Moment[]]>): string {
  const [moments = []] = counterexample ?? [];
  const told = moments.map((moment, at) => `  ${at + 1}. ${moment.toString()}`);
  const fault = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return [`after ${numShrinks} times telling it shorter:`, ...told, fault].join('\n');
}
