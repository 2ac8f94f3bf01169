// T24: guesses at many accounts, from many networks, over two nodes. GUESSES and ACCOUNTS make it as long as it should be.
import { randomInt } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { firstAssociation, mostGuesses } from '@veille/domain';
import { GuessingRedisStore } from '../../src/access/guessing.redis-store.js';
import { GuessingService } from '../../src/access/guessing.service.js';
import { NetworkRedisStore } from '../../src/network/network.redis-store.js';
import { NetworkService } from '../../src/network/network.service.js';
import { StoreClock } from '../../src/platform/clock/clock.js';
import { Moves } from '../../src/platform/redis/lua-move.js';
import { storeTime } from '../../src/platform/redis/store-time.js';
import { aService, type Service } from '../harness/a-service.js';
import { addressIn, manyAccounts, password, signsIn } from '../harness/many-accounts.js';
import { aRedis } from '../harness/redis.js';

const guesses = Number(process.env['GUESSES'] ?? 1_000);
const accounts = Number(process.env['ACCOUNTS'] ?? 20);
const AT_ONCE = 16;
const NETWORKS = 300;

let service: Service;
let names: string[];
beforeAll(async () => {
  service = await aService({ nodes: 2, settings: { PROXY_DEPTH: '1' } });
  names = await manyAccounts(service, accounts);
});
afterAll(() => service.end());

it('[AC18] of guesses at many accounts, from many networks, over two nodes, ten an account are looked at', async () => {
  const looked = new Map<string, number>();
  const lag = monitorEventLoopDelay({ resolution: 10 });
  lag.enable();
  let left = guesses;
  const guessing = async () => {
    while (left-- > 0) {
      const pseudonym = names[randomInt(names.length)] ?? '';
      const address = addressIn(randomInt(NETWORKS));
      const { status } = await signsIn(service.at(randomInt(2)), { pseudonym, secret: 'faux', address });
      if (status === 401) looked.set(pseudonym, (looked.get(pseudonym) ?? 0) + 1);
      else expect([429, 503]).toContain(status);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, guessing));
  lag.disable();
  const most = Math.max(...looked.values());
  const loopLag = { p99: lag.percentile(99) / 1e6, max: lag.max / 1e6 };
  console.log(JSON.stringify({ guesses, accounts, networks: NETWORKS, nodes: 2, most, loopLag }));
  expect(most).toBeLessThanOrEqual(mostGuesses.count);
  expect(most).toBeGreaterThan(3);
  // Whoever forgot nothing, and comes from where nobody guessed, with a browser nobody knows, waits the hour out.
  const address = '12.0.0.1';
  const [busiest = ''] = [...looked].find(([, count]) => count === mostGuesses.count) ?? [];
  if (busiest)
    expect((await signsIn(service.at(0), { pseudonym: busiest, secret: password, address })).status).toBe(
      429,
    );
});

it('[AC18] ten thousand guesses at two hundred names at once on two nodes: ten at each are looked at', async () => {
  const redis = await aRedis();
  const clock = new StoreClock();
  await clock.set(() => storeTime(redis.client));
  const aNode = () => {
    const moves = new Moves(redis.client, clock);
    const networks = new NetworkService(
      new NetworkRedisStore(moves, redis.client),
      clock,
      Buffer.alloc(32, 1),
    );
    return {
      networks,
      guessing: new GuessingService(
        new GuessingRedisStore(moves, redis.client, redis.client),
        networks,
        clock,
      ),
    };
  };
  const nodes = [aNode(), aNode()];
  const looked = new Map<string, number>();
  for (let batch = 0; batch < 50; batch += 1)
    await Promise.all(
      Array.from({ length: 200 }, async (_, one) => {
        const node = nodes[(batch + one) % 2];
        const pseudonym = `nom ${one}`;
        const networksOf = (await node?.networks.namesOf(randomInt(NETWORKS).toString(16))) ?? [];
        const said = await node?.guessing.begin(
          { association: firstAssociation.id, pseudonym },
          { networks: networksOf },
        );
        if (said !== 'too-fast') looked.set(pseudonym, (looked.get(pseudonym) ?? 0) + 1);
      }),
    );
  await redis.stop();
  expect([...looked.values()]).toEqual(Array(200).fill(mostGuesses.count));
});
