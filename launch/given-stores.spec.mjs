// Proves what is asked of stores that an operator gives by address.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { checkGivenStores, readRedisUrl, whichAreGiven } from './given-stores.mjs';
import { startStore } from './stores.mjs';

let store;
beforeEach(async () => {
  store = await startStore();
});
afterEach(() => store.stop());

const given = (live, kept) => ({ REDIS_LIVE_URL: live, REDIS_KEPT_URL: kept });

it('[LA9] both addresses or neither: one alone is refused, an empty one is none', () => {
  expect(whichAreGiven(given('redis://a', 'redis://b'))).toBe('both');
  expect(whichAreGiven(given('', undefined))).toBe('neither');
  expect(() => whichAreGiven(given('redis://a', ''))).toThrow('vont ensemble');
  expect(() => whichAreGiven(given(undefined, 'redis://b'))).toThrow('vont ensemble');
});

it('[LA9] stores that answer are taken, with or without their password', async () => {
  await checkGivenStores(given(store.url, store.url));
  const redis = new Redis(store.socket);
  await redis.config('SET', 'requirepass', 'sesame');
  redis.disconnect();
  await expect(checkGivenStores(given(store.url, store.url))).rejects.toThrow('refuse l’accès');
});

it('[LA9] an address where nobody answers is refused by the name of its variable, never by its words', async () => {
  const silent = 'redis://:sesame@127.0.0.1:1/0';
  const refusal = await checkGivenStores(given(store.url, silent)).catch((error) => error.message);
  expect(refusal).toContain('REDIS_KEPT_URL');
  expect(refusal).not.toContain('sesame');
});

it('[LA9] addresses are read with their port, password, TLS and socket path', () => {
  expect(readRedisUrl('X', 'redis://host')).toMatchObject({ address: { host: 'host', port: 6379 } });
  expect(readRedisUrl('X', 'redis://user:p%40ss@[::1]:7000/2')).toMatchObject({
    address: { host: '::1', port: 7000 },
    access: { username: 'user', password: 'p@ss', secure: false },
  });
  expect(readRedisUrl('X', 'rediss://host:1').access.secure).toBe(true);
  expect(readRedisUrl('X', 'unix:///run/a.sock').address).toEqual({ path: '/run/a.sock' });
  expect(() => readRedisUrl('X', 'host:6379')).toThrow('redis://');
});
