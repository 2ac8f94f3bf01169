// The keys of one line as the live store holds them at one instant, read by one script that can change nothing.
import { readFileSync } from 'node:fs';
import type { Instant, LineId, Presence } from '@veille/domain';
import * as v from 'valibot';
import type { Redis } from '../../src/platform/redis/client.js';
import { liveKeys } from '../../src/platform/redis/keys.js';

/** Members in their order, each with its score. */
export type Ordered = [member: string, score: number][];

const script = readFileSync(new URL('./held.lua', import.meta.url), 'utf8');
const value = v.union([v.string(), v.array(v.string())]);
const answer = v.tuple([
  v.tuple([v.string(), v.string()]),
  v.array(v.tuple([v.string(), v.number(), value])),
]);
type Value = v.InferOutput<typeof value>;

/** Remembers which keys were not asked for. */
export class Held {
  readonly #unread: Set<string>;

  private constructor(
    readonly at: Instant,
    private readonly values: ReadonlyMap<string, Value>,
  ) {
    this.#unread = new Set(values.keys());
  }

  /** What the store says of this line; to be looked at by `of`. */
  static asked(redis: Redis, line: LineId): Promise<unknown> {
    return redis.call('EVAL_RO', script, 0, `${liveKeys(line).tag}:*`);
  }

  /** @throws when what is known of a person has no end (I7) */
  static of(line: LineId, said: unknown): Held {
    const keys = liveKeys(line);
    const [[seconds, microseconds], held] = v.parse(answer, said);
    const others = [keys.recent(0).replace(/0$/, ''), keys.said('overflow').replace(/overflow$/, '')];
    const own = held.filter(([key]) => !others.some((other) => key.startsWith(other)));
    const sets = [keys.queue, keys.asleep, keys.free, keys.offers, keys.callersSeen, keys.volunteersSeen];
    const isSet = (key: string) => sets.includes(key) || key.startsWith(keys.ready(''));
    const endless = own.find(([key, left]) => left < 0 && !isSet(key) && key !== keys.epoch);
    if (endless) throw new Error(`I7 nothing ends ${endless[0]}`);
    const at = Number(seconds) * 1_000 + Math.floor(Number(microseconds) / 1_000);
    return new Held(at, new Map(own.map(([key, , one]) => [key, one])));
  }

  record(key: string): Record<string, string> {
    return Object.fromEntries(pairs(this.#read(key)));
  }

  ordered(key: string): Ordered {
    return pairs(this.#read(key)).map(([member, score]) => [member, Number(score)]);
  }

  /** Every set of this kind, by what its name ends with. */
  sets(prefix: string): Record<string, Ordered> {
    return Object.fromEntries(this.#under(prefix).map((rest) => [rest, this.ordered(prefix + rest)]));
  }

  hashes<Id extends string, One>(
    prefix: string,
    name: (raw: string) => Id,
    read: (id: Id, record: Record<string, string>) => One | undefined,
  ): Map<Id, One> {
    const found = new Map<Id, One>();
    for (const raw of this.#under(prefix)) {
      const id = name(raw);
      const one = read(id, this.record(prefix + raw));
      if (one !== undefined) found.set(id, one);
    }
    return found;
  }

  tabs<Id extends string>(prefix: string, name: (raw: string) => Id, seen: Ordered): Map<Id, Presence> {
    if (seen.length !== this.#under(prefix).length)
      throw new Error('a lease without a tab, or a tab without a lease');
    return new Map(
      seen.map(([id, until]) => {
        const tab = this.#read(prefix + id);
        if (typeof tab !== 'string') throw new Error('a lease without a tab');
        return [name(id), { tab: Number(tab), until }];
      }),
    );
  }

  /** @throws when the store holds a key that nobody reads */
  leavesNothing(): void {
    if (this.#unread.size > 0) throw new Error(`nobody reads ${[...this.#unread].join(', ')}`);
  }

  #read(key: string): Value | undefined {
    this.#unread.delete(key);
    return this.values.get(key);
  }

  #under(prefix: string): string[] {
    const keys = [...this.values.keys()].filter((key) => key.startsWith(prefix));
    return keys.map((key) => key.slice(prefix.length));
  }
}

function pairs(flat: Value | undefined): [string, string][] {
  if (!Array.isArray(flat)) return [];
  return flat.flatMap((one, at): [string, string][] => (at % 2 === 0 ? [[one, flat[at + 1] ?? '']] : []));
}
