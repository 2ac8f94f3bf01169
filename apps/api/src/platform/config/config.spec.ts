// What the environment may say, and what stops the boot.
import { expect, it } from '@jest/globals';
import { ConfigFault, readConfig } from './config.js';

const stores = { REDIS_LIVE_URL: 'unix:///live', REDIS_KEPT_URL: 'unix:///kept' };

it.each(['DEBUG', 'NODE_DEBUG'] as const)(
  '[PT2] %s, which prints what passes on the connections, is refused in production, and production is the default',
  (name) => {
    for (const mode of [{}, { NODE_ENV: 'production' }])
      expect(() => readConfig({ ...stores, ...mode, [name]: 'http' })).toThrow(ConfigFault);
    expect(readConfig({ ...stores, NODE_ENV: 'test', [name]: 'http' })[name]).toBe('http');
    expect(readConfig({ ...stores, [name]: '' })[name]).toBeUndefined();
  },
);

it('[PT2] a fault names the variable and never what stands in it', () => {
  const secret = 'redis://somebody:a-password';
  expect(() => readConfig({ ...stores, REDIS_KEPT_URL: `${secret} x` })).toThrow(/REDIS_KEPT_URL/);
  expect(() => readConfig({ ...stores, REDIS_KEPT_URL: `${secret} x` })).not.toThrow(/a-password/);
});
