// What a store tells an operator about its day: its slow log, its clients, its figures.
import type { Redis } from 'ioredis';
import type { Store } from '../house.js';
import { flat } from './keys.js';
import type { Surface } from './surface.js';

const asked =
  (name: string, questions: readonly (readonly [string, ...string[]])[]) =>
  (stores: readonly Store[]): Surface => ({
    name,
    decoded: true,
    async *pieces() {
      for (const { name: where, redis } of stores)
        for (const [command, ...more] of questions)
          yield { where: `${where} ${command}`, bytes: Buffer.concat(flat(await ask(redis, command, more))) };
    },
  });

const ask = (redis: Redis, command: string, more: string[]) => redis.callBuffer(command, ...more);

export const slowLogOf = asked('slow log', [['SLOWLOG', 'GET', '-1']]);
export const clientsOf = asked('clients', [
  ['CLIENT', 'LIST'],
  ['INFO', 'everything'],
  ['ACL', 'LOG'],
  ['LATENCY', 'LATEST'],
]);
