// Running the staff: within one's reach and never above oneself; what is refused changes nothing and is one word.
import { expect, it } from '@jest/globals';
import { accountId, associationId, hours, type PlaceId, placeId, type Role } from '@veille/domain';
import { anAccess, expectEntered, password } from '../../test/harness/an-access.js';
import { deedDone, deedRefused } from '../audit/audit.facts.js';
import type { Session } from './access.service.js';
import { standingChanged } from './session.facts.js';

const centre = placeId('central');

async function aStaff() {
  const house = anAccess();
  const { session: claude, token } = await house.aCoordinator('Claude');
  const written: unknown[] = [];
  for (const kind of [deedDone, deedRefused]) house.facts.when(kind, ({ entry }) => void written.push(entry));
  const joins = async (pseudonym: string, role: Role, post?: PlaceId) => {
    const standsUntil = house.clock.now() + hours(1);
    const { association, account: by } = claude;
    const invitation = { association, role, by, standsUntil, ...(post && { post }) };
    const invited = await house.store.invite(invitation);
    const entered = await house.join(invited, pseudonym);
    return { session: await house.sessionOf(entered.token), token: entered.token };
  };
  const names = async (by: Session) => (await house.staff.list(by)).map(({ pseudonym }) => pseudonym);
  return { ...house, claude, token, written, joins, names };
}

it('[SP1] each sees, and runs, whom they may: never above themselves, never of another post', async () => {
  const { staff, joins, names, claude } = await aStaff();
  const { session: coordinator } = await joins('Dominique', 'coordinator');
  const { session: ofPost } = await joins('Paul', 'coordinator', centre);
  const { session: volunteer } = await joins('Ève', 'volunteer', centre);
  const { session: elsewhere } = await joins('Alix', 'volunteer', placeId('autre'));
  expect(await names(claude)).toEqual(['Alix', 'Claude', 'Dominique', 'Ève', 'Paul']);
  expect(await names(coordinator)).toEqual(['Alix', 'Dominique', 'Ève', 'Paul']);
  expect(await names(ofPost)).toEqual(['Ève', 'Paul']);
  expect(await names(volunteer)).toEqual([]);
  const forbidden = [
    [volunteer, elsewhere],
    [volunteer, volunteer],
    [ofPost, elsewhere],
    [ofPost, coordinator],
    [ofPost, claude],
    [coordinator, claude],
  ] as const;
  for (const [by, { account }] of forbidden)
    for (const deed of ['suspend', 'restore', 'remove', 'reset'] as const)
      expect(await staff[deed](by, account)).toBe('not-allowed');
  expect(await names(claude)).toHaveLength(5);
  expect(await staff.suspend(ofPost, volunteer.account)).toBe('suspended');
  expect(await staff.suspend(coordinator, ofPost.account)).toBe('suspended');
});

it('[SP1] who is of another association, and who is nobody, are one word', async () => {
  const { staff, joins, claude, written } = await aStaff();
  const { session: volunteer } = await joins('Ève', 'volunteer');
  const stranger = { ...claude, association: associationId('nord'), account: accountId('stranger') };
  written.length = 0;
  for (const deed of ['suspend', 'restore', 'remove', 'reset'] as const) {
    expect(await staff[deed](stranger, volunteer.account)).toBe('not-allowed');
    expect(await staff[deed](stranger, accountId('nobody'))).toBe('not-allowed');
  }
  expect(written).toHaveLength(8);
  for (const entry of written) expect(entry).toMatchObject({ did: 'reach-refused', by: 'stranger' });
  expect(JSON.stringify(written)).not.toContain(volunteer.account);
});

it('[SP2] a suspended account is signed out everywhere, and enters again when it is restored', async () => {
  const { staff, joins, claude, access, signIn, written } = await aStaff();
  const { session, token } = await joins('Ève', 'volunteer');
  const other = expectEntered(await signIn('Ève'));
  expect(await staff.suspend(claude, session.account)).toBe('suspended');
  for (const shown of [token, other.token]) expect(await access.sessionFrom(shown)).toBe('signed-out');
  expect(await signIn('Ève')).toBe('refused');
  expect(await staff.restore(claude, session.account)).toBe('restored');
  expect(await access.sessionFrom(token)).toBe('signed-out');
  expect(await signIn('Ève')).toMatchObject({ pseudonym: 'Ève' });
  const deed = { by: claude.account, to: session.account };
  expect(written).toEqual(
    expect.arrayContaining([
      { did: 'suspended', ...deed },
      { did: 'restored', ...deed },
    ]),
  );
});

it('[SP3] the last administrator cannot remove or suspend themselves', async () => {
  const { staff, claude, token, access } = await aStaff();
  expect(await staff.suspend(claude, claude.account)).toBe('last-administrator');
  expect(await staff.remove(claude, claude.account)).toBe('last-administrator');
  expect(await access.sessionFrom(token)).toMatchObject({ pseudonym: 'Claude' });
});

it('[SP6] a removed account is signed out everywhere, and somebody else may take its pseudonym', async () => {
  const { staff, joins, claude, access, signIn } = await aStaff();
  const { session, token } = await joins('Ève', 'volunteer');
  expect(await staff.remove(claude, session.account)).toBe('removed');
  expect(await access.sessionFrom(token)).toBe('signed-out');
  expect(await signIn('Ève')).toBe('refused');
  expect((await joins('Eve', 'volunteer')).session.account).not.toBe(session.account);
});

it('[SP4] [SP5] by a reset somebody chooses another password, once; every session before it is over', async () => {
  const { staff, resets, joins, claude, access, signIn, clock } = await aStaff();
  const { session, token } = await joins('Ève', 'volunteer');
  const opened = await staff.reset(claude, session.account);
  if (opened === 'not-allowed') throw new Error(opened);
  expect(opened.validFor).toBe(hours(72));
  const accept = () =>
    resets.accept({ asked: { reset: opened.token, password: 'une autre phrase' }, former: undefined });
  const entered = expectEntered(await accept());
  expect(entered).toMatchObject({ pseudonym: 'Ève' });
  expect(await access.sessionFrom(token)).toBe('signed-out');
  expect(await signIn('Ève', password)).toBe('refused');
  expect(await signIn('Ève', 'une autre phrase')).toMatchObject({ pseudonym: 'Ève' });
  expect(await accept()).toBe('refused');
  const late = await staff.reset(claude, session.account);
  if (late === 'not-allowed') throw new Error(late);
  clock.advance(hours(72));
  const asked = { reset: late.token, password: 'encore une autre' };
  expect(await resets.accept({ asked, former: undefined })).toBe('refused');
});

it('[SP5] a suspended account chooses no password, and a forged reset costs the service none', async () => {
  const { staff, resets, joins, claude, passwords } = await aStaff();
  const { session } = await joins('Ève', 'volunteer');
  const opened = await staff.reset(claude, session.account);
  if (opened === 'not-allowed') throw new Error(opened);
  await staff.suspend(claude, session.account);
  const before = passwords.sealings;
  for (const reset of [opened.token, 'A'.repeat(43)])
    expect(await resets.accept({ asked: { reset, password }, former: undefined })).toBe('refused');
  expect(passwords.sealings).toBe(before);
});

it('[SP7] one sees one’s own sessions, and ends one or all others', async () => {
  const { access, joins, signIn, sessionOf, claude } = await aStaff();
  const { session: here, token } = await joins('Ève', 'volunteer');
  const [phone, box] = [expectEntered(await signIn('Ève')), expectEntered(await signIn('Ève'))];
  await access.isOn(await sessionOf(phone.token), 'phone');
  const phoneId = (await sessionOf(phone.token)).id;
  expect(await access.sessionsOf(here)).toHaveLength(3);
  expect(await access.sessionsOf(here)).toContainEqual(
    expect.objectContaining({ id: phoneId, device: 'phone' }),
  );
  expect(await access.endSession(here, claude.id)).toBe('refused');
  expect(await access.endSession(here, phoneId)).toBe('ended');
  expect(await access.sessionFrom(phone.token)).toBe('signed-out');
  expect(await access.endSession(here, 'others')).toBe('ended');
  expect(await access.sessionFrom(box.token)).toBe('signed-out');
  expect(await access.sessionFrom(token)).toMatchObject({ pseudonym: 'Ève' });
  expect(await access.sessionsOf(claude)).toHaveLength(1);
});

it('[SP2] the day somebody was last seen is known, to the day', async () => {
  const { staff, joins, claude, clock, access, signIn } = await aStaff();
  await joins('Ève', 'volunteer');
  const seen = async () => (await staff.list(claude)).find(({ pseudonym }) => pseudonym === 'Ève')?.seenOn;
  expect(await seen()).toBe('2026-11-21');
  clock.advance(hours(3));
  await access.sessionFrom(expectEntered(await signIn('Ève')).token);
  expect(await seen()).toBe('2026-11-22');
});

it('[SP9] who coordinates is made a volunteer again, by who runs them, and it is written; a volunteer is one already', async () => {
  const { staff, joins, claude, access, written, facts } = await aStaff();
  const { session: coordinator, token } = await joins('Dominique', 'coordinator');
  const { session: ofPost } = await joins('Paul', 'coordinator', centre);
  const looked: unknown[] = [];
  facts.when(standingChanged, (fact) => void looked.push(fact));
  expect(await staff.demote(ofPost, coordinator.account)).toBe('not-allowed');
  expect(await staff.demote(coordinator, claude.account)).toBe('not-allowed');
  expect(await staff.demote(claude, coordinator.account)).toBe('demoted');
  expect(looked).toEqual([{ account: coordinator.account }]);
  expect(await access.sessionFrom(token)).toMatchObject({ role: 'volunteer' });
  expect(written).toContainEqual({
    did: 'role-changed',
    by: claude.account,
    to: coordinator.account,
    what: ['volunteer'],
  });
  expect(await staff.demote(claude, coordinator.account)).toBe('not-allowed');
  expect(await staff.demote(claude, claude.account)).toBe('last-administrator');
  expect(written).toContainEqual({
    did: 'reach-refused',
    by: claude.account,
    what: ['role-changed', 'last-administrator'],
  });
});
