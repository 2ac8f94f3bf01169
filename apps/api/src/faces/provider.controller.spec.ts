// Choosing a provider over HTTP: who may, what is refused, and that its secret never comes back.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessOverHttp, publicUrl } from '../../test/harness/access-over-http.js';
import { aProvider, type AProvider } from '../../test/harness/a-provider.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';

type Access = Awaited<ReturnType<typeof accessOverHttp>>;
const back = `${publicUrl}/api/access/sign-on/back`;
const none = { provider: null, back };

describe('the provider of an association', () => {
  let redis: TestRedis;
  let access: Access;
  let there: AProvider;
  let coordinator: string | undefined;
  beforeAll(async () => {
    redis = await aRedis();
    access = await accessOverHttp(redis.client);
    there = await aProvider(back);
    coordinator = await access.aCoordinator();
  });
  afterAll(async () => {
    await access.stop();
    await there.stop();
    await redis.stop();
  });

  it('[SO1] is kept if it answers, shown without its secret, and ended', async () => {
    expect((await access.get('provider', { cookie: coordinator })).body).toEqual(none);
    const chosen = await access.post('provider', { body: there.provider, cookie: coordinator });
    const { issuer, clientId, clientSecret } = there.provider;
    expect(chosen.body).toEqual({ provider: { issuer, clientId }, back });
    expect((await access.get('sign-on')).body).toEqual({ offered: true });
    for (const said of [chosen, await access.get('provider', { cookie: coordinator })])
      expect(JSON.stringify(said.body)).not.toContain(clientSecret);
    expect((await access.post('provider/end', { cookie: coordinator })).body).toEqual(none);
    expect((await access.get('sign-on')).body).toEqual({ offered: false });
  });

  it('[SO1] one that does not answer, or sends a secret in clear through the world, is refused', async () => {
    const choose = (issuer: string) =>
      access.post('provider', { body: { ...there.provider, issuer }, cookie: coordinator });
    expect(await choose('http://127.0.0.1:9')).toMatchObject({
      status: 503,
      body: { refused: 'unavailable' },
    });
    for (const issuer of [
      'http://une.example',
      'ftp://une.example',
      'https://moi@une.example',
      'https://',
      '',
    ])
      expect(await choose(issuer)).toMatchObject({ status: 400, body: { refused: 'malformed' } });
    expect((await access.get('provider', { cookie: coordinator })).body).toEqual(none);
  });

  it('[AC1] is nothing to a volunteer, nor to whoever is not signed in', async () => {
    const invitation = await access.anInvitation(coordinator);
    const { cookie } = await access.enrols((await access.accept(invitation, 'Paul')).cookie);
    expect((await access.post('provider', { body: there.provider, cookie })).status).toBe(403);
    expect((await access.get('provider', { cookie })).status).toBe(403);
    expect((await access.post('provider/end', {})).status).toBe(401);
  });
});
