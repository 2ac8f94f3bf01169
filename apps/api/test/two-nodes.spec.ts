// Two nodes on one store, and everything at once: whatever races, the line holds together, and who can be heard is.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  broken,
  type CallerId,
  couldMeet,
  emptyLine,
  firstSettings,
  type Person,
  seconds,
  volunteerId,
} from '@veille/domain';
import fc from 'fast-check';
import { forMoves, type Redis, reached } from '../src/platform/redis/client.js';
import { FakeClock } from './harness/fake-clock.js';
import { LiveService } from './harness/live-service.js';
import { liveInRedis, liveOver } from './harness/live-stores.js';
import { readLive, setsOf } from './harness/read-live.js';
import { aRedis, type TestRedis } from './harness/redis.js';
import { theCaller, theVolunteer } from './harness/scene.js';

const runs = Number(process.env['VEILLE_RUNS'] ?? 40);
const seed = Number(process.env['VEILLE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const volunteers = ['vera', 'walt', 'xena'];

type Does = (house: House, at: LiveService, who: number) => Promise<unknown>;
const nth = <T>(all: readonly T[], n: number): T | undefined => all[n % all.length];
const someVolunteer = (who: number) => volunteerId(nth(volunteers, who) ?? '');

const offered = async (at: LiveService, who: number) => {
  const volunteer = await at.volunteers.find(at.line, someVolunteer(who));
  return volunteer?.at === 'offered' ? volunteer : undefined;
};
const deeds: Record<string, Does> = {
  comes: async ({ callers }, at) => callers.push(await at.callerComes()),
  'comes back': async (house, at, who) => at.opensTab(house.somebody(who)),
  'closes a tab': (house, at, who) => at.closesTab(house.somebody(who)),
  leaves: async ({ callers }, at, who) => {
    const caller = nth(callers, who);
    if (caller) await at.lines.leave(at.line, caller);
  },
  starts: (_, at, who) => at.volunteerStarts(nth(volunteers, who) ?? ''),
  'is free': (_, at, who) => at.volunteers.becomeFree(at.line, someVolunteer(who)),
  pauses: (_, at, who) => at.volunteers.goAway(at.line, someVolunteer(who)),
  'does not answer': async (_, at) => void (at.callersAnswer = false),
  'says that they are there': async ({ callers }, at, who) => {
    at.callersAnswer = true;
    const caller = nth(callers, who);
    if (caller) await at.offers.callerIsHere(at.line, caller);
  },
  accepts: async (_, at, who) => {
    const volunteer = await offered(at, who);
    if (volunteer) await at.offers.accept(at.line, volunteer.offer, volunteer.id);
  },
  declines: async (_, at, who) => {
    const volunteer = await offered(at, who);
    if (volunteer) await at.offers.decline(at.line, volunteer.offer, volunteer.id);
  },
  ends: async (house, at, who) => {
    const person = house.somebody(who);
    const conversation = await at.conversations.of(at.line, person);
    if (conversation) await at.conversations.end(at.line, conversation, person.role);
  },
  'is swept': (_, at) => at.isSwept(),
};

function deedOf(name: string): Does {
  const does = deeds[name];
  if (!does) throw new Error('nobody knows how to do that');
  return does;
}

/** What happens at once, and how much time goes by after it. */
const moment = fc.record({
  all: fc.array(fc.record({ does: fc.constantFrom(...Object.keys(deeds)), on: fc.nat(1), who: fc.nat(9) }), {
    minLength: 2,
    maxLength: 12,
    size: 'max',
  }),
  then: fc.constantFrom(
    0,
    0,
    seconds(5),
    firstSettings.stillThere,
    firstSettings.callerLease,
    firstSettings.offerStands,
    firstSettings.volunteerGrace,
  ),
});

/** One store, two nodes. */
class House {
  readonly callers: CallerId[] = [];

  constructor(
    private readonly redis: Redis,
    private readonly clock: FakeClock,
    private readonly nodes: readonly [LiveService, LiveService],
  ) {}

  somebody(who: number): Person {
    const caller = nth(this.callers, who);
    return caller && who % 2 === 0 ? theCaller(caller) : theVolunteer(someVolunteer(who));
  }

  async lives({
    all,
    then,
  }: {
    all: { does: string; on: number; who: number }[];
    then: number;
  }): Promise<void> {
    const begun = all.map(({ does, on, who }) => deedOf(does)(this, this.nodes[on === 0 ? 0 : 1], who));
    await Promise.all(begun);
    for (const node of this.nodes) await node.facts.quiet();
    await this.#passes(then);
  }

  /** The line as it is now; nothing is broken, and nobody who could meet has not. */
  async holdsTogether(): Promise<void> {
    await this.nodes[0].isSwept();
    const { line, sets } = await readLive(this.redis, this.nodes[0].line);
    expect(broken(line)).toEqual([]);
    expect(sets).toEqual(setsOf(line));
    expect(couldMeet(line, this.clock.now())).toBe(false);
  }

  /** Every tab closes, and all the time in the world passes. */
  async ends(): Promise<void> {
    const everybody = [...this.callers.map(theCaller), ...volunteers.map(volunteerId).map(theVolunteer)];
    for (const node of this.nodes) for (const person of everybody) await node.closesTab(person);
    for (let n = 0; n < 3; n += 1) {
      await this.#passes(firstSettings.conversationGrace + firstSettings.callerLease);
      for (const node of this.nodes) await node.isSwept();
    }
    expect((await readLive(this.redis, this.nodes[0].line)).line).toEqual(emptyLine);
    expect(await this.redis.dbsize()).toBe(0);
  }

  async #passes(duration: number): Promise<void> {
    for (let left = duration; left > 0; left -= seconds(10)) {
      this.clock.advance(Math.min(left, seconds(10)));
      for (const node of this.nodes) await node.beats();
    }
  }
}

describe(`two nodes, from seed ${seed}`, () => {
  let redis: TestRedis;
  let second: Redis;
  beforeAll(async () => {
    redis = await aRedis();
    second = await reached(forMoves(redis.url));
  });
  afterAll(async () => {
    second.disconnect();
    await redis.stop();
  });

  it(
    '[I1, I2, I3, I4, I7, I8, I9] whatever happens at once, on either, the line holds together',
    async () => {
      const life = fc.asyncProperty(fc.array(moment, { maxLength: 20, size: 'max' }), async (moments) => {
        const clock = new FakeClock();
        const [one, other] = [await liveInRedis(redis.client), await liveOver(second)];
        const nodes = [
          new LiveService({ clock, stores: () => one }),
          new LiveService({ clock, stores: () => other }),
        ] as const;
        for (const node of nodes) await node.associations.seed();
        const house = new House(redis.client, clock, nodes);
        for (const one of moments) {
          await house.lives(one);
          await house.holdsTogether();
        }
        await house.ends();
      });
      await fc.assert(life, { seed, numRuns: runs });
    },
    runs * 2_000,
  );
});
