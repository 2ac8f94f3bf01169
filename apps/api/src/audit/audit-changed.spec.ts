// Whoever changes the audit behind the service's back is found out: any byte, any record, either end. On a real Redis.
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { accountId, auditKeptFor, firstAssociation, minutes } from '@veille/domain';
import fc from 'fast-check';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { keptKeys } from '../platform/redis/keys.js';
import { AuditRedisStore } from './audit.redis-store.js';
import { AuditService } from './audit.service.js';
import { Sha256Seals } from './sha256-seals.js';

const runs = Number(process.env['VEILLE_RUNS'] ?? 300);
const seed = Number(process.env['VEILLE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const here = firstAssociation.id;
const key = keptKeys.audit(here);
const chain = keptKeys.auditChain(here);
const RECORDS = 12;

let redis: TestRedis;
let audit: AuditService;
beforeAll(async () => {
  redis = await aRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  await redis.client.flushall();
  const clock = new FakeClock();
  audit = new AuditService(new AuditRedisStore(redis.client, clock), new Sha256Seals(), clock);
  for (const to of ['a', 'b']) await audit.write(here, { did: 'suspended', to: accountId(to) });
  clock.advance(auditKeptFor - minutes(1));
  for (let n = 0; n < RECORDS; n += 1)
    await audit.write(here, { did: 'settings-changed', by: accountId('eve'), what: ['breather', `n${n}`] });
  clock.advance(minutes(1));
  expect(await audit.forgetOld(here)).toBe(2);
  expect(await audit.verify(here)).toMatchObject({ is: 'whole', records: RECORDS, forgotten: 2 });
});

/** Bytes that are no text are changed too: the store is asked for them as they are. */
async function withByteChanged(at: number, where: number, flip: number): Promise<() => Promise<unknown>> {
  const was = Buffer.from((await redis.client.lindexBuffer(key, at)) ?? '');
  const changed = Buffer.from(was);
  const byte = where % changed.length;
  changed.writeUInt8(changed.readUInt8(byte) ^ flip, byte);
  await redis.client.lset(key, at, changed);
  return () => redis.client.lset(key, at, was);
}

it(`[AU2] any byte of any record that is changed is found, by its record’s number (seed ${seed})`, async () => {
  const change = fc.record({
    at: fc.nat(RECORDS - 1),
    where: fc.nat(1_000),
    flip: fc.integer({ min: 1, max: 255 }),
  });
  const holds = fc.asyncProperty(change, async ({ at, where, flip }) => {
    const back = await withByteChanged(at, where, flip);
    expect(await audit.verify(here)).toMatchObject({ is: 'broken', records: at, broken: at + 3 });
    await back();
  });
  await fc.assert(holds, { numRuns: runs, seed });
  expect(await audit.verify(here)).toMatchObject({ is: 'whole' });
});

it.each([
  ['the oldest taken away', () => redis.client.lpop(key)],
  ['the newest taken away', () => redis.client.rpop(key)],
  ['one taken out', async () => redis.client.lrem(key, 1, (await redis.client.lindex(key, 5)) ?? '')],
  ['one put in twice', async () => redis.client.rpush(key, (await redis.client.lindex(key, -1)) ?? '')],
  ['all taken away', () => redis.client.del(key)],
  ['the chain’s ends taken away', () => redis.client.del(chain)],
  ['another number to begin with', () => redis.client.hset(chain, 'begin', '0')],
  ['another beginning', () => redis.client.hset(chain, 'beginSeal', 'A'.repeat(43))],
  ['another end', () => redis.client.hset(chain, 'end', '3')],
  ['an end that is no number', () => redis.client.hset(chain, 'end', 'last')],
])('[AU2] %s is found', async (_what, tamper) => {
  await tamper();
  expect(await audit.verify(here)).toMatchObject({ is: 'broken' });
});

it('[AU2] a record written anew with a seal of its own breaks the one after it', async () => {
  const seals = new Sha256Seals();
  const begins = { number: 2, seal: (await redis.client.hget(chain, 'beginSeal')) ?? '' };
  const first = seals.read((await redis.client.lindex(key, 0)) ?? '');
  const record = { number: 3, at: first?.at ?? 0, did: 'exported' } as const;
  await redis.client.lset(key, 0, seals.sealed(record, begins).text);
  expect(await audit.verify(here)).toMatchObject({ is: 'broken', broken: 4 });
});
