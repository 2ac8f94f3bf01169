// What every store of accounts and invitations must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import {
  accountId,
  associationId,
  firstAssociation,
  type Invitation,
  invitationLasts,
  placeId,
} from '@veille/domain';
import type { AccessStore } from './access.store.js';

const now = Date.UTC(2026, 10, 21);
const association = firstAssociation.id;
const inviter = accountId('inviter');
const invitation: Invitation = {
  association,
  role: 'volunteer',
  by: inviter,
  standsUntil: now + invitationLasts,
};
const first: Invitation = { association, role: 'administrator', standsUntil: now + invitationLasts };
const newcomer = (pseudonym: string) => ({
  pseudonym,
  proof: { sealed: `sealed-${pseudonym}` },
  createdAt: now,
});
const forged = 'A'.repeat(43);

export function keepsInvitations(aStore: () => Promise<AccessStore>): void {
  it('[AC2] an invitation becomes one account, of the role and association it names', async () => {
    const store = await aStore();
    const token = await store.invite(invitation, now);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await store.invitation(token, now)).toEqual(invitation);
    const account = await store.accept(token, newcomer('Ève'), now);
    expect(account).toEqual({
      id: expect.any(String),
      association,
      role: 'volunteer',
      pseudonym: 'Ève',
      createdAt: now,
      suspended: false,
    });
  });

  it('[TN3] an invitation to a post makes an account of that post', async () => {
    const store = await aStore();
    const toPost: Invitation = { ...invitation, role: 'coordinator', post: placeId('gare') };
    const token = await store.invite(toPost, now);
    expect(await store.invitation(token, now)).toEqual(toPost);
    const account = await store.accept(token, newcomer('Ève'), now);
    if (typeof account === 'string') throw new Error('nobody was there before');
    expect(account).toMatchObject({ role: 'coordinator', post: 'gare' });
    expect(await store.account(account.id)).toEqual(account);
  });

  it('[AC2] of many who accept one invitation at once, one does', async () => {
    const store = await aStore();
    const token = await store.invite(invitation, now);
    const said = await Promise.all(
      Array.from({ length: 50 }, (_, n) => store.accept(token, newcomer(`Ève ${n}`), now)),
    );
    expect(said.filter((outcome) => outcome === 'refused')).toHaveLength(49);
  });

  it('[AC3] a used and a forged invitation are not there', async () => {
    const store = await aStore();
    const token = await store.invite(invitation, now);
    await store.accept(token, newcomer('Ève'), now);
    for (const shown of [token, forged]) {
      expect(await store.invitation(shown, now)).toBeUndefined();
      expect(await store.accept(shown, newcomer('Paul'), now)).toBe('refused');
    }
  });

  it('[AC4] an invitation stands no longer than it says', async () => {
    const store = await aStore();
    const token = await store.invite(invitation, now);
    const over = invitation.standsUntil;
    expect(await store.invitation(token, over)).toBeUndefined();
    expect(await store.accept(token, newcomer('Ève'), over)).toBe('refused');
    expect(await store.invitation(token, over - 1)).toEqual(invitation);
  });

  it('[AC5] a pseudonym that is taken leaves the invitation as it was', async () => {
    const store = await aStore();
    const [one, other] = [await store.invite(invitation, now), await store.invite(invitation, now)];
    await store.accept(one, newcomer('Ève'), now);
    expect(await store.accept(other, newcomer(' eve '), now)).toBe('taken');
    expect(await store.accept(other, newcomer('Paul'), now)).toMatchObject({ pseudonym: 'Paul' });
  });

  it('[AC5] of many who want one pseudonym at once, one has it', async () => {
    const store = await aStore();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => store.invite(invitation, now)));
    const said = await Promise.all(tokens.map((token) => store.accept(token, newcomer('Ève'), now)));
    expect(said.filter((outcome) => outcome === 'taken')).toHaveLength(19);
  });

  it('[AC5] another association has its own pseudonyms', async () => {
    const store = await aStore();
    const another = { ...invitation, association: associationId('another') };
    await store.accept(await store.invite(invitation, now), newcomer('Ève'), now);
    const account = await store.accept(await store.invite(another, now), newcomer('Ève'), now);
    expect(account).toMatchObject({ association: 'another' });
  });

  it('[AC12] while there is no account, the latest first invitation opens', async () => {
    const store = await aStore();
    const [before, latest] = [await store.inviteFirst(first, now), await store.inviteFirst(first, now)];
    if (before === 'not-first' || latest === 'not-first') throw new Error('there is no account yet');
    expect(await store.invitation(before.token, now)).toBeUndefined();
    expect(await store.accept(before.token, newcomer('Ève'), now)).toBe('refused');
    expect(await store.accept(latest.token, newcomer('Ève'), now)).toMatchObject({ role: 'administrator' });
  });

  it('[AC12] once there is an account, there is no first invitation', async () => {
    const store = await aStore();
    const pending = await store.inviteFirst(first, now);
    await store.accept(await store.invite(invitation, now), newcomer('Ève'), now);
    expect(await store.inviteFirst(first, now)).toBe('not-first');
    if (pending === 'not-first') throw new Error('there was no account then');
    expect(await store.invitation(pending.token, now)).toBeUndefined();
  });
}

export function keepsAccounts(aStore: () => Promise<AccessStore>): void {
  it('[AC7] an account is found by its pseudonym, however it is written', async () => {
    const store = await aStore();
    const account = await store.accept(await store.invite(invitation, now), newcomer('Ève'), now);
    const credentials = { account, proof: { sealed: 'sealed-Ève' } };
    expect(await store.credentials(association, 'EVE')).toEqual(credentials);
    expect(await store.credentials(association, 'Paul')).toBeUndefined();
    expect(await store.credentials(associationId('another'), 'Ève')).toBeUndefined();
  });

  it('[AC7] an account is found by its id', async () => {
    const store = await aStore();
    const account = await store.accept(await store.invite(invitation, now), newcomer('Ève'), now);
    if (typeof account === 'string') throw new Error('nobody was there before');
    expect(await store.account(account.id)).toEqual(account);
    expect(await store.account(accountId('nobody'))).toBeUndefined();
  });

  const known = (pseudonym: string) => ({
    pseudonym,
    proof: { identity: 'of the provider' },
    createdAt: now,
  });

  it("[SO6] an account is found by what the association's provider calls its person", async () => {
    const store = await aStore();
    const account = await store.accept(await store.invite(invitation, now), known('Ève'), now);
    expect(await store.known(association, 'of the provider')).toEqual(account);
    expect(await store.credentials(association, 'Ève')).toMatchObject({
      proof: { identity: 'of the provider' },
    });
    expect(await store.known(association, 'another')).toBeUndefined();
    expect(await store.known(associationId('another'), 'of the provider')).toBeUndefined();
  });

  it('[SO6] one identity has one account, and the second leaves its invitation as it was', async () => {
    const store = await aStore();
    await store.accept(await store.invite(invitation, now), known('Ève'), now);
    const token = await store.invite(invitation, now);
    expect(await store.accept(token, known('Paul'), now)).toBe('taken');
    expect(await store.accept(token, newcomer('Paul'), now)).toMatchObject({ pseudonym: 'Paul' });
  });
}
