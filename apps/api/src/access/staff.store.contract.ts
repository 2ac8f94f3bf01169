// What every store of an association's staff must do: run on memory and on Redis, on accounts made the way people get theirs.
import { expect, it } from '@jest/globals';
import { type Account, accountId, firstAssociation, hours, type Role } from '@veille/domain';
import type { AccessStore, Proof } from './access.store.js';
import type { StaffStore } from './staff.store.js';

export type StaffStores = { readonly accounts: AccessStore; readonly staff: StaffStore };

const association = firstAssociation.id;
const standsUntil = hours(72);
const nobody = accountId('nobody');

async function joins(
  { accounts }: StaffStores,
  pseudonym: string,
  { role = 'volunteer', proof = { sealed: 'first' } }: { role?: Role; proof?: Proof } = {},
): Promise<Account> {
  const token = await accounts.invite({ association, role, by: accountId('inviter'), standsUntil }, 0);
  const account = await accounts.accept(token, { pseudonym, proof, createdAt: 0 }, 0);
  if (typeof account === 'string') throw new Error(account);
  return account;
}

async function opens({ staff }: StaffStores, account: Account, by = nobody): Promise<string> {
  const opened = await staff.openReset({ account: account.id, by, standsUntil }, 0);
  if (opened === 'no-such-account') throw new Error(opened);
  return opened.token;
}

export function keepsStaff(aStore: () => Promise<StaffStores>): void {
  it('[SP2] an association’s accounts are listed, with how they enter', async () => {
    const stores = await aStore();
    const ève = await joins(stores, 'Ève');
    const paul = await joins(stores, 'Paul', { proof: { identity: 'paul@provider' } });
    const members = await stores.staff.members(association);
    expect(members).toHaveLength(2);
    expect(members).toContainEqual({ ...ève, entersBy: 'password' });
    expect(members).toContainEqual({ ...paul, entersBy: 'provider' });
  });

  it('[SP2] an account is suspended, restored, and seen; one that is not there is not made up', async () => {
    const stores = await aStore();
    const { id } = await joins(stores, 'Ève');
    expect(await stores.staff.suspend(id)).toBe('suspended');
    expect(await stores.accounts.account(id)).toMatchObject({ suspended: true });
    expect(await stores.staff.restore(id)).toBe('restored');
    expect(await stores.staff.seen(id, '2026-11-21')).toBe('seen');
    expect(await stores.accounts.account(id)).toMatchObject({ suspended: false, seenOn: '2026-11-21' });
    expect(await stores.staff.suspend(nobody)).toBe('no-such-account');
    expect(await stores.staff.restore(nobody)).toBe('no-such-account');
    expect(await stores.staff.seen(nobody, '2026-11-21')).toBe('no-such-account');
    expect(await stores.accounts.account(nobody)).toBeUndefined();
  });

  it('[SP6] a removed account is forgotten, and its pseudonym and its identity are anybody’s again', async () => {
    const stores = await aStore();
    const ève = await joins(stores, 'Ève', { proof: { identity: 'eve' } });
    const token = await opens(stores, await joins(stores, 'Paul'));
    expect(await stores.staff.remove(ève)).toBe('removed');
    expect(await stores.staff.remove(ève)).toBe('no-such-account');
    expect(await stores.accounts.account(ève.id)).toBeUndefined();
    expect(await stores.accounts.known(association, 'eve')).toBeUndefined();
    expect(await stores.accounts.credentials(association, 'Ève')).toBeUndefined();
    expect(await stores.staff.members(association)).toHaveLength(1);
    const again = await joins(stores, 'EVE', { proof: { identity: 'eve' } });
    expect(again.id).not.toBe(ève.id);
    const { account: paul } = (await stores.staff.reset(token, 0)) ?? {};
    if (!paul) throw new Error('nobody to remove');
    await stores.staff.remove(paul);
    expect(await stores.staff.reset(token, 0)).toBeUndefined();
    expect(await stores.staff.acceptReset(token, { account: paul.id, sealed: 'x', now: 0 })).toBe('refused');
    expect(await stores.accounts.account(paul.id)).toBeUndefined();
  });

  it('[SP3] the last administrator who may enter is neither suspended nor removed', async () => {
    const stores = await aStore();
    const claude = await joins(stores, 'Claude', { role: 'administrator' });
    await joins(stores, 'Ève', { role: 'coordinator' });
    expect(await stores.staff.suspend(claude.id)).toBe('last-administrator');
    expect(await stores.staff.remove(claude)).toBe('last-administrator');
    expect(await stores.accounts.account(claude.id)).toMatchObject({ suspended: false });
    const alix = await joins(stores, 'Alix', { role: 'administrator' });
    expect(await stores.staff.suspend(alix.id)).toBe('suspended');
    expect(await stores.staff.suspend(claude.id)).toBe('last-administrator');
    expect(await stores.staff.remove(claude)).toBe('last-administrator');
    await stores.staff.restore(alix.id);
    expect(await stores.staff.remove(claude)).toBe('removed');
  });

  it('[SP3] of all administrators who suspend each other at once one is left', async () => {
    const stores = await aStore();
    const all = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => joins(stores, `Claude ${name}`, { role: 'administrator' })),
    );
    const said = await Promise.all(all.map(({ id }) => stores.staff.suspend(id)));
    expect(said.filter((word) => word === 'last-administrator')).toHaveLength(1);
  });

  it('[SP4] a reset is found while it stands; the one made last is the only one', async () => {
    const stores = await aStore();
    const ève = await joins(stores, 'Ève');
    const former = await opens(stores, ève);
    const token = await opens(stores, ève);
    expect(await stores.staff.reset(token, standsUntil - 1)).toMatchObject({ account: ève });
    expect(await stores.staff.reset(token, standsUntil)).toBeUndefined();
    expect(await stores.staff.reset(former, 0)).toBeUndefined();
    expect(await stores.staff.acceptReset(former, { account: ève.id, sealed: 'x', now: 0 })).toBe('refused');
    expect(await stores.staff.reset('A'.repeat(43), 0)).toBeUndefined();
    expect(await stores.staff.openReset({ account: nobody, by: nobody, standsUntil }, 0)).toBe(
      'no-such-account',
    );
  });

  it('[AC23] with a reset its maker is found as they stand then; nobody, once they are gone', async () => {
    const stores = await aStore();
    const [ève, paul] = [await joins(stores, 'Ève'), await joins(stores, 'Paul', { role: 'coordinator' })];
    const token = await opens(stores, ève, paul.id);
    expect(await stores.staff.reset(token, 0)).toEqual({ account: ève, maker: paul });
    await stores.staff.suspend(paul.id);
    expect(await stores.staff.reset(token, 0)).toMatchObject({ maker: { suspended: true } });
    await stores.staff.remove(paul);
    expect(await stores.staff.reset(token, 0)).toEqual({ account: ève, maker: undefined });
  });

  it('[SP4] who enters by the provider has no password to choose anew', async () => {
    const stores = await aStore();
    const { id: account } = await joins(stores, 'Ève', { proof: { identity: 'eve' } });
    expect(await stores.staff.openReset({ account, by: nobody, standsUntil }, 0)).toBe('no-such-account');
  });

  it('[SP5] of many who use one reset at once one does; nobody uses it late, or for another account', async () => {
    const stores = await aStore();
    const ève = await joins(stores, 'Ève');
    const paul = await joins(stores, 'Paul');
    const token = await opens(stores, ève);
    const accept = (account: Account, sealed: string, now = 0) =>
      stores.staff.acceptReset(token, { account: account.id, sealed, now });
    expect(await accept(ève, 'late', standsUntil)).toBe('refused');
    expect(await accept(paul, 'another')).toBe('refused');
    const said = await Promise.all(['a', 'b', 'c', 'd'].map((sealed) => accept(ève, sealed)));
    expect(said.sort()).toEqual(['accepted', 'refused', 'refused', 'refused']);
    const { proof } = (await stores.accounts.credentials(association, 'Ève')) ?? {};
    expect(proof).toEqual({ sealed: expect.stringMatching(/^[abcd]$/) });
    expect(await stores.accounts.credentials(association, 'Paul')).toMatchObject({
      proof: { sealed: 'first' },
    });
  });

  it('[SP9] an account is made a volunteer’s again, and of administrators who do so to each other one is left', async () => {
    const stores = await aStore();
    const ève = await joins(stores, 'Ève', { role: 'coordinator' });
    expect(await stores.staff.demote(ève.id)).toBe('demoted');
    const admins = [
      await joins(stores, 'Claude', { role: 'administrator' }),
      await joins(stores, 'Alix', { role: 'administrator' }),
    ];
    expect(await stores.accounts.account(ève.id)).toMatchObject({ role: 'volunteer', pseudonym: 'Ève' });
    const said = await Promise.all(admins.map(({ id }) => stores.staff.demote(id)));
    expect(said.sort()).toEqual(['demoted', 'last-administrator']);
    expect(await stores.staff.demote(nobody)).toBe('no-such-account');
  });
}
