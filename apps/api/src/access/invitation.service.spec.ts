// How one comes to an account: the first administrator, those they invite, and those nobody invited.
import { expect, it } from '@jest/globals';
import { associationId, hours, placeId } from '@veille/domain';
import { anAccess, password } from '../../test/harness/an-access.js';

const forged = 'A'.repeat(43);

it('[AC12] the first invitation makes an administrator, once', async () => {
  const { invitations, aCoordinator } = anAccess();
  const { session } = await aCoordinator('Claude');
  expect(session).toMatchObject({ pseudonym: 'Claude', role: 'administrator', association: 'veille' });
  expect(await invitations.first()).toBeUndefined();
});

it('[AC12] a first invitation made anew takes the place of the one before', async () => {
  const { invitations, join } = anAccess();
  const before = (await invitations.first()) ?? '';
  const latest = (await invitations.first()) ?? '';
  const asked = { invitation: before, pseudonym: 'Claude', password };
  expect(await invitations.accept({ asked, former: undefined })).toBe('refused');
  expect(await join(latest, 'Claude')).toMatchObject({ role: 'administrator' });
});

it('[AC1] a coordinator invites volunteers and coordinators; a volunteer invites nobody', async () => {
  const { invitations, aCoordinator, join, sessionOf } = anAccess();
  const { session } = await aCoordinator();
  const forVolunteer = await invitations.invite(session, { role: 'volunteer' });
  const forCoordinator = await invitations.invite(session, { role: 'coordinator' });
  if (forVolunteer === 'not-allowed' || forCoordinator === 'not-allowed') throw new Error('not invited');
  expect(await join(forCoordinator.token, 'Ève')).toMatchObject({ role: 'coordinator' });
  const volunteer = await sessionOf((await join(forVolunteer.token, 'Paul')).token);
  expect(volunteer.role).toBe('volunteer');
  expect(await invitations.invite(volunteer, { role: 'volunteer' })).toBe('not-allowed');
  expect(await invitations.invite(volunteer, { role: 'coordinator' })).toBe('not-allowed');
});

it('[AC3] forged, expired and used are one word', async () => {
  const { invitations, aCoordinator, join, clock } = anAccess();
  const { session } = await aCoordinator();
  const used = await invitations.invite(session, { role: 'volunteer' });
  const expired = await invitations.invite(session, { role: 'volunteer' });
  if (used === 'not-allowed' || expired === 'not-allowed') throw new Error('not invited');
  expect(expired.validFor).toBe(hours(72));
  await join(used.token, 'Paul');
  clock.advance(expired.validFor);
  for (const invitation of [forged, expired.token, used.token]) {
    const asked = { invitation, pseudonym: 'Ève', password };
    expect(await invitations.accept({ asked, former: undefined })).toBe('refused');
  }
});

it('[AC3] a forged link costs the service no password', async () => {
  const { invitations, passwords } = anAccess();
  const asked = { invitation: forged, pseudonym: 'Ève', password };
  expect(await invitations.accept({ asked, former: undefined })).toBe('refused');
  expect(passwords.sealings).toBe(0);
});

it('[AC5] a pseudonym that is taken can be changed for another', async () => {
  const { invitations, aCoordinator, join } = anAccess();
  const { session } = await aCoordinator('Ève');
  const invited = await invitations.invite(session, { role: 'volunteer' });
  if (invited === 'not-allowed') throw new Error('not invited');
  const asked = { invitation: invited.token, pseudonym: 'EVE', password };
  expect(await invitations.accept({ asked, former: undefined })).toBe('taken');
  expect(await join(invited.token, 'Paul')).toMatchObject({ pseudonym: 'Paul' });
});

it('[AC6] when too many passwords wait, nothing is done and the invitation stands', async () => {
  const { invitations, passwords, join } = anAccess();
  const invitation = (await invitations.first()) ?? '';
  passwords.isBusy = true;
  const asked = { invitation, pseudonym: 'Claude', password };
  expect(await invitations.accept({ asked, former: undefined })).toBe('unavailable');
  passwords.isBusy = false;
  expect(await join(invitation, 'Claude')).toMatchObject({ role: 'administrator' });
});

it('[TN3] a coordinator of a post invites for it, and for no other', async () => {
  const { invitations, associations, aCoordinator, join, sessionOf } = anAccess();
  const { session } = await aCoordinator();
  const [post] = await associations.posts(session.association);
  if (!post) throw new Error('the beginning has a post');
  const invited = await invitations.invite(session, { role: 'coordinator', post: post.id });
  if (invited === 'not-allowed') throw new Error('not invited');
  const ofPost = await sessionOf((await join(invited.token, 'Ève')).token);
  expect(ofPost).toMatchObject({ role: 'coordinator', post: post.id });
  const forOwn = await invitations.invite(ofPost, { role: 'volunteer' });
  if (forOwn === 'not-allowed') throw new Error('not invited');
  expect(await sessionOf((await join(forOwn.token, 'Paul')).token)).toMatchObject({ post: post.id });
  expect(await invitations.invite(ofPost, { role: 'volunteer', post: placeId('port') })).toBe('not-allowed');
  expect(await invitations.invite(ofPost, { role: 'administrator' })).toBe('not-allowed');
});

it('[TN3] a post or an association that is not there is refused as one out of reach', async () => {
  const { invitations, aCoordinator, join, sessionOf } = anAccess();
  const { session } = await aCoordinator();
  const nowhere = associationId('nulle-part');
  expect(await invitations.invite(session, { role: 'volunteer', post: placeId('nowhere') })).toBe(
    'not-allowed',
  );
  expect(await invitations.invite(session, { role: 'coordinator', association: nowhere })).toBe(
    'not-allowed',
  );
  const invited = await invitations.invite(session, { role: 'coordinator' });
  if (invited === 'not-allowed') throw new Error('not invited');
  const coordinator = await sessionOf((await join(invited.token, 'Ève')).token);
  for (const role of ['volunteer', 'coordinator', 'administrator'] as const)
    expect(await invitations.invite(coordinator, { role, association: nowhere })).toBe('not-allowed');
});
