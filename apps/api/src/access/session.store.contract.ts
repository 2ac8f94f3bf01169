// What every store of sessions must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { accountId, minutes, type SignedIn } from '@veille/domain';
import type { SessionStore } from './session.store.js';

const session: SignedIn = { account: accountId('ève'), assurance: 'whole', startedAt: 1_000, seenAt: 1_000 };
const keptFor = minutes(30);

export function keepsSessions(aStore: () => Promise<SessionStore>): void {
  it('[AC10] every session has a token of its own', async () => {
    const store = await aStore();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => store.open(session, keptFor)));
    expect(new Set(tokens).size).toBe(20);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('[AC11] a token finds its session; the id of a session does not stand for its token', async () => {
    const store = await aStore();
    const id = store.idOf(await store.open(session, keptFor));
    expect(await store.find(id)).toEqual(session);
    expect(await store.find(store.idOf(id))).toBeUndefined();
  });

  it('[AC9] a session that was seen is kept as such', async () => {
    const store = await aStore();
    const id = store.idOf(await store.open(session, keptFor));
    const seen = { ...session, seenAt: 90_000 };
    expect(await store.renew(id, seen, keptFor)).toBe('renewed');
    expect(await store.find(id)).toEqual(seen);
  });

  it('[AC10] a session that was ended stays ended', async () => {
    const store = await aStore();
    const id = store.idOf(await store.open(session, keptFor));
    const said = await Promise.all([
      store.end(id, session.account),
      store.end(id, session.account),
      store.end(id, session.account),
    ]);
    expect(said.sort()).toEqual(['ended', 'nothing-to-do', 'nothing-to-do']);
    expect(await store.renew(id, session, keptFor)).toBe('over');
    expect(await store.find(id)).toBeUndefined();
  });

  it('[SP7] the sessions of an account are its own, until each is ended', async () => {
    const store = await aStore();
    const [one, other] = [
      store.idOf(await store.open(session, keptFor)),
      store.idOf(await store.open({ ...session, startedAt: 2_000 }, keptFor)),
    ];
    await store.open({ ...session, account: accountId('paul') }, keptFor);
    const ids = async () => (await store.of(session.account)).map(({ id }) => id).sort();
    expect(await ids()).toEqual([one, other].sort());
    expect(await store.of(session.account)).toContainEqual({ ...session, id: one });
    await store.end(one, session.account);
    expect(await ids()).toEqual([other]);
    expect(await store.of(accountId('nobody'))).toEqual([]);
  });
}
