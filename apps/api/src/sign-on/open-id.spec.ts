// Against a real provider: who comes back is who left, once, newly signed in, and nobody else.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProvider, type AProvider } from '../../test/harness/a-provider.js';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { readConfig } from '../platform/config/config.js';
import { OpenIdClient } from './open-id.js';

const stores = { REDIS_LIVE_URL: 'unix:///unused', REDIS_KEPT_URL: 'unix:///unused' };
const publicUrl = 'https://veille.example';
const configured = (mode: string) => readConfig({ ...stores, PUBLIC_URL: publicUrl, NODE_ENV: mode });
const anOpenId = (mode = 'test') => new OpenIdClient(configured(mode), new FakeClock());

describe("an association's own provider", () => {
  let there: AProvider;
  beforeAll(async () => {
    there = await aProvider(`${publicUrl}/api/access/sign-on/back`);
  });
  afterAll(() => there.stop());

  const leaving = async (openId: OpenIdClient) => {
    const begun = await openId.begin(there.provider);
    if (begun === 'unavailable') throw new Error('the provider does not answer');
    return begun;
  };

  it('[SO6] says of one person always the same, of another something else, and never a name', async () => {
    const openId = anOpenId();
    const known = async (name: string) => {
      const { to, checks } = await leaving(openId);
      return openId.conclude(there.provider, { back: await there.signIn(to, name), checks });
    };
    const [one, again, other] = [await known('ève'), await known('ève'), await known('paul')];
    expect(one).toEqual({ identity: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/), isTwofold: false });
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect(JSON.stringify(one)).not.toContain('ève');
  });

  it('[SO5] is believed when it says that it asked for two factors', async () => {
    const openId = anOpenId();
    const { to, checks } = await leaving(openId);
    const back = await there.signIn(to, 'ève+mfa');
    expect(await openId.conclude(there.provider, { back, checks })).toMatchObject({ isTwofold: true });
  });

  it('[SO4] is asked for a new login each time', async () => {
    const { to } = await leaving(anOpenId());
    expect(new URL(to).searchParams.get('prompt')).toBe('login');
    expect(new URL(to).searchParams.get('max_age')).toBe('600');
  });

  it.each(['state', 'nonce', 'verifier'] as const)('[SO2] another %s is refused', async (check) => {
    const openId = anOpenId();
    const [mine, theirs] = [await leaving(openId), await leaving(openId)];
    const back = await there.signIn(mine.to, 'ève');
    const checks = { ...mine.checks, [check]: theirs.checks[check] };
    expect(await openId.conclude(there.provider, { back, checks })).toBe('refused');
  });

  it('[SO3] a code that was shown once opens nothing again', async () => {
    const openId = anOpenId();
    const { to, checks } = await leaving(openId);
    const back = await there.signIn(to, 'ève');
    await openId.conclude(there.provider, { back, checks });
    expect(await openId.conclude(there.provider, { back, checks })).toBe('refused');
  });

  it.each(['?error=access_denied', '?code=forged', ''])('[SO2] « %s » is refused', async (said) => {
    const openId = anOpenId();
    const { checks } = await leaving(openId);
    const back = new URL(`${publicUrl}/api/access/sign-on/back${said && `${said}&state=${checks.state}`}`);
    expect(await openId.conclude(there.provider, { back, checks })).toBe('refused');
  });

  it('[SO1] is found as the one it should be, and only so', async () => {
    const openId = anOpenId();
    expect(await openId.find(there.provider)).toBe('found');
    const elsewhere = there.provider.issuer.replace('127.0.0.1', 'localhost');
    expect(await openId.find({ ...there.provider, issuer: elsewhere })).toBe('unavailable');
  });

  it('[SO1] in production nothing travels in clear', async () => {
    expect(await anOpenId('production').find(there.provider)).toBe('unavailable');
  });

  it('[SO7] one that does not answer is no refusal', async () => {
    const gone = await aProvider(`${publicUrl}/api/access/sign-on/back`);
    const openId = anOpenId();
    await gone.stop();
    expect(await openId.begin(gone.provider)).toBe('unavailable');
  });
});
