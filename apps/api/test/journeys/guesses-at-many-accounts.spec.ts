// T24, where guesses are counted: at many names at once, over two nodes. The whole way in is in e2e/journeys/ten-thousand-guesses.
import { randomInt } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { firstAssociation, mostGuesses } from '@veille/domain';
import { GuessingRedisStore } from '../../src/access/guessing.redis-store.js';
import { GuessingService } from '../../src/access/guessing.service.js';
import { NetworkRedisStore } from '../../src/network/network.redis-store.js';
import { NetworkService } from '../../src/network/network.service.js';
import { StoreClock } from '../../src/platform/clock/clock.js';
import { Moves } from '../../src/platform/redis/lua-move.js';
import { storeTime } from '../../src/platform/redis/store-time.js';
import { aRedis } from '../harness/redis.js';

const NETWORKS = 300;

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
