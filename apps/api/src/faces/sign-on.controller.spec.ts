// Single sign-on from end to end over HTTP, with a real provider: an invitation becomes an account, and who comes back enters.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountId, firstAssociation } from '@veille/domain';
import { whereTo } from '@veille/shared';
import * as v from 'valibot';
import { accessOverHttp, publicUrl } from '../../test/harness/access-over-http.js';
import { aProvider, type AProvider } from '../../test/harness/a-provider.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { ProviderService } from '../sign-on/provider.service.js';
import { SignOnStore } from '../sign-on/sign-on.store.js';

const somebody = { account: accountId('somebody'), association: firstAssociation.id };

type Access = Awaited<ReturnType<typeof accessOverHttp>>;

describe('single sign-on over HTTP', () => {
  let redis: TestRedis;
  let access: Access;
  let there: AProvider;
  beforeAll(async () => {
    redis = await aRedis();
    access = await accessOverHttp(redis.client);
    there = await aProvider(`${publicUrl}/api/access/sign-on/back`);
    await access.of(ProviderService).choose(somebody, there.provider);
  });
  afterAll(async () => {
    await access.stop();
    await there.stop();
    await redis.stop();
  });

  const leave = async (newcomer?: { invitation: string; pseudonym: string }) => {
    const left = await access.post('sign-on', { body: { page: 'desk', ...(newcomer && { newcomer }) } });
    const { to } = v.parse(whereTo, left.body);
    return { to, cookie: left.cookie };
  };
  const comeBack = async ({ cookie }: { cookie: string | undefined }, back: URL) => {
    const answered = await fetch(`${access.url}${back.pathname}${back.search}`, {
      redirect: 'manual',
      headers: { ...(cookie !== undefined && { cookie }) },
    });
    const session = answered.headers.getSetCookie().find((set) => set.startsWith('__Host-veille='));
    return { status: answered.status, at: answered.headers.get('location'), session: session?.split(';')[0] };
  };
  const enter = async (name: string, newcomer?: { invitation: string; pseudonym: string }) => {
    const left = await leave(newcomer);
    return comeBack(left, await there.signIn(left.to, name));
  };

  it('[SO6] who is invited makes an account of their identity, and enters with it from then on', async () => {
    const invitation = await access.firstInvitation();
    const made = await enter('ève', { invitation, pseudonym: 'Ève' });
    expect(made).toMatchObject({ status: 303, at: '/desk#sign-on=in' });
    const again = await enter('ève');
    expect(again.session).not.toBe(made.session);
    expect((await access.get('me', { cookie: again.session })).body).toMatchObject({ pseudonym: 'Ève' });
    expect((await access.get('me', { cookie: made.session })).body).toMatchObject({ pseudonym: 'Ève' });
  });

  it('[SO6] whom nobody invited is refused, and has no session', async () => {
    expect(await enter('inconnue')).toEqual({ status: 303, at: '/desk#sign-on=refused', session: undefined });
  });

  it('[SO3] the second return and the return of another browser are refused', async () => {
    const left = await leave();
    const back = await there.signIn(left.to, 'ève');
    expect((await comeBack({ cookie: undefined }, back)).at).toBe('/ecoute#sign-on=refused');
    expect((await comeBack(left, back)).at).toBe('/desk#sign-on=in');
    expect((await comeBack(left, back)).session).toBeUndefined();
  });

  it('[SO2] the cookie of the way back is sent by this site only, to it only, read by no script', async () => {
    const left = await access.post('sign-on', { body: { page: 'listen' } });
    const set = left.headers.get('set-cookie');
    for (const word of ['__Host-', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=600'])
      expect(set).toContain(word);
  });

  it('[SO7] a provider that is out is said to be, and nobody leaves for it', async () => {
    const gone = await aProvider(`${publicUrl}/api/access/sign-on/back`);
    // Ève administers by the one that is there: it is not put aside by choice (SO9).
    const store = access.of(SignOnStore);
    await store.keep(somebody.association, gone.provider);
    await gone.stop();
    access.clock.advance(700_000);
    const said = await access.post('sign-on', { body: { page: 'desk' } });
    await store.keep(somebody.association, there.provider);
    expect(said).toMatchObject({ status: 503, body: { refused: 'unavailable' }, cookie: undefined });
  });
});
