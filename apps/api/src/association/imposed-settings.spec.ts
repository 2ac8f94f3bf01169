// What the operator's environment imposes on every line, and when a start is refused for it.
import { expect, it } from '@jest/globals';
import { ConfigFault, readConfig } from '../platform/config/config.js';
import { imposedBy } from './imposed-settings.js';

const stores = { REDIS_LIVE_URL: 'redis://localhost:1', REDIS_KEPT_URL: 'redis://localhost:2' };
const imposed = (set: Record<string, string>, mode = 'production') =>
  imposedBy(readConfig({ ...stores, NODE_ENV: mode, ...set }));

it('[AS2] only what the environment names is imposed', () => {
  expect(imposed({})).toEqual({});
  expect(imposed({ OFFER_SECONDS: '100', STILL_THERE_SECONDS: '0' })).toEqual({
    offerStands: 100_000,
    stillThere: 0,
  });
});

it.each([
  [{ OFFER_SECONDS: '9999', BREATHER_SECONDS: '60' }, /: OFFER_SECONDS \(/],
  [{ VOLUNTEER_GRACE_SECONDS: '600' }, /: VOLUNTEER_GRACE_SECONDS \(/],
  [{ CALLER_GRACE_SECONDS: '9999' }, /: CALLER_GRACE_SECONDS \(/],
  [{ AWAY_TOLD_SECONDS: '300', STILL_THERE_SECONDS: '300' }, /: STILL_THERE_SECONDS, AWAY_TOLD_SECONDS \(/],
])('[AS7] a start with %j is refused, and the variable named', (set, name) => {
  for (const mode of ['production', 'development']) {
    expect(() => imposed(set, mode)).toThrow(ConfigFault);
    expect(() => imposed(set, mode)).toThrow(name);
  }
});

it('[AS7] lengths that hold together only together are imposed together', () => {
  const all = {
    VOLUNTEER_GRACE_SECONDS: '600',
    CALLER_GRACE_SECONDS: '900',
    CONVERSATION_GRACE_SECONDS: '900',
  };
  expect(imposed({ ...all, OFFER_SECONDS: '300' })).toMatchObject({
    volunteerGrace: 600_000,
    offerStands: 300_000,
  });
});
