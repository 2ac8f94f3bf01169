// What was refused leaves a line in the audit, whatever it was shown: links, codes, identities, deeds out of reach.
import { beforeEach, expect, it } from '@jest/globals';
import { associationId, type AuditEntry, hours, placeId } from '@veille/domain';
import { anAccess, password } from '../../test/harness/an-access.js';
import { deedDone, deedRefused } from '../audit/audit.facts.js';

const forged = 'A'.repeat(43);
const association = associationId('veille');
const bearing = { former: undefined };

let house: ReturnType<typeof anAccess>;
let written: AuditEntry[];
let session: Awaited<ReturnType<typeof house.aCoordinator>>['session'];
beforeEach(async () => {
  house = anAccess();
  ({ session } = await house.aCoordinator());
  written = [];
  for (const kind of [deedDone, deedRefused]) house.facts.when(kind, ({ entry }) => void written.push(entry));
});

const newcomer = { pseudonym: 'Ève', password };

it('[AU9] an invitation that is forged, used or expired', async () => {
  const { invitations, join, clock } = house;
  const [used, expired] = [
    await invitations.invite(session, { role: 'volunteer' }),
    await invitations.invite(session, { role: 'volunteer' }),
  ];
  if (used === 'not-allowed' || expired === 'not-allowed') throw new Error('not invited');
  await join(used.token, 'Paul');
  written.length = 0;
  const altered = expired.token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  for (const invitation of [forged, used.token, altered])
    expect(await invitations.accept({ asked: { invitation, ...newcomer }, ...bearing })).toBe('refused');
  clock.advance(hours(72));
  const asked = { invitation: expired.token, ...newcomer };
  expect(await invitations.accept({ asked, ...bearing })).toBe('refused');
  expect(written).toEqual(Array(4).fill({ did: 'link-refused' }));
});

it('[AU9] a link to another password that is forged or used, and a code for a post’s computer', async () => {
  const { resets, postDevices, clock, staff, signIn } = house;
  const opened = await staff.reset(session, session.account);
  if (opened === 'not-allowed') throw new Error('no reset');
  await resets.accept({ asked: { reset: opened.token, password }, ...bearing });
  written.length = 0;
  for (const reset of [forged, opened.token])
    expect(await resets.accept({ asked: { reset, password }, ...bearing })).toBe('refused');
  expect(await postDevices.registerBy('A'.repeat(12))).toBe('refused');
  expect(written.map(({ did }) => did)).toEqual(['link-refused', 'link-refused', 'link-refused']);
  clock.advance(hours(1));
  expect(await signIn('Claude')).not.toBe('refused');
});

it('[AU9] an identity nobody bears here, and one with another association’s invitation', async () => {
  const { signIns, invitations } = house;
  const known = { association, identity: 'eve', isTwofold: true };
  expect(await signIns.signInAs({ asked: known, ...bearing })).toBe('refused');
  const asked = { ...known, invitation: forged, pseudonym: 'Ève' };
  expect(await invitations.acceptAs({ asked, ...bearing })).toBe('refused');
  expect(written).toEqual([{ did: 'sign-in-refused' }, { did: 'link-refused' }]);
});

it('[AU9] a deed over the border of a post or of an association', async () => {
  const { invitations, staff, postDevices } = house;
  const ofPost = { ...session, role: 'coordinator', post: placeId('nord') } as const;
  expect(await invitations.invite(ofPost, { role: 'volunteer', post: placeId('sud') })).toBe('not-allowed');
  expect(await invitations.invite(ofPost, { role: 'volunteer', association: associationId('sud') })).toBe(
    'not-allowed',
  );
  expect(await staff.reset(ofPost, session.account)).toBe('not-allowed');
  expect(await postDevices.openCode(ofPost, placeId('sud'))).toBe('not-allowed');
  expect(written).toEqual(
    ['invited', 'invited', 'reset', 'device-code-made'].map((what) => ({
      did: 'reach-refused',
      by: session.account,
      what: [what],
    })),
  );
});
