// What every store of half sessions and of enrolments must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { accountId, factorDelays, minutes, seconds } from '@veille/domain';
import type { EnrolmentStore } from './enrolment.store.js';
import type { HalfSessionStore } from './half-session.store.js';

const ève = accountId('ève');
const limits = { mostTries: 5, delays: factorDelays, forgottenAfter: minutes(15) };
const noDelays = { ...limits, delays: [0] };
const now = 1_000_000;

export function keepsHalfSessions(aStore: () => Promise<HalfSessionStore>): void {
  it('[SF1] a half session is of one account, ends once, and is over then', async () => {
    const store = await aStore();
    const token = await store.begin(ève, minutes(5));
    expect(await store.account(token)).toBe(ève);
    const said = await Promise.all([store.end(token), store.end(token), store.end(token)]);
    expect(said.sort()).toEqual(['ended', 'over', 'over']);
    expect(await store.account(token)).toBeUndefined();
    expect(await store.try(token, limits, now)).toBe('over');
    expect(await store.keepChallenge(token, 'late')).toBe('over');
  });

  it('[SF1] of fifty tries at once of one half session, five are judged', async () => {
    const store = await aStore();
    const token = await store.begin(ève, minutes(5));
    const said = await Promise.all(Array.from({ length: 50 }, () => store.try(token, noDelays, now)));
    expect(said.filter((word) => word === 'over')).toHaveLength(45);
  });

  it('[SF5] a challenge is for the next try, and for no other', async () => {
    const store = await aStore();
    const token = await store.begin(ève, minutes(5));
    await store.keepChallenge(token, 'first');
    expect(await store.keepChallenge(token, 'second')).toBe('kept');
    expect(await store.try(token, limits, now)).toEqual({ challenge: 'second' });
    expect(await store.try(token, limits, now)).toEqual({ challenge: undefined });
  });

  it('[SF6] wrong tries slow the account, whatever half session they come from; a right one ends that', async () => {
    const store = await aStore();
    for (const _ of [1, 2, 3]) await store.try(await store.begin(ève, minutes(5)), limits, now);
    const token = await store.begin(ève, minutes(5));
    expect(await store.try(token, limits, now)).toBe('too-fast');
    expect(await store.try(await store.begin(accountId('paul'), minutes(5)), limits, now)).toEqual({
      challenge: undefined,
    });
    expect(await store.try(token, limits, now + seconds(30))).toEqual({ challenge: undefined });
    expect(await store.try(token, limits, now + seconds(31))).toBe('too-fast');
    await store.end(token);
    expect(await store.try(await store.begin(ève, minutes(5)), limits, now + seconds(31))).toEqual({
      challenge: undefined,
    });
  });
}

export function keepsEnrolments(aStore: () => Promise<EnrolmentStore>): void {
  it('[SF9] an enrolment is of one session, the last one begun stands, and it ends once', async () => {
    const store = await aStore();
    await store.keep('one', { account: ève, kind: 'passkey', replaces: false, challenge: 'c' }, minutes(30));
    const latest = { account: ève, kind: 'totp', replaces: true, id: 'i', sealed: 's' } as const;
    await store.keep('one', latest, minutes(30));
    expect(await store.find('one')).toEqual(latest);
    expect(await store.find('two')).toBeUndefined();
    const said = await Promise.all([store.end('one'), store.end('one')]);
    expect(said.sort()).toEqual(['ended', 'over']);
    expect(await store.find('one')).toBeUndefined();
  });
}
