// A listening post's own browser: who may make it one, what a volunteer needs there, and what ending it ends.
import { expect, it } from '@jest/globals';
import { placeId } from '@veille/domain';
import { expectEntered, password } from '../../test/harness/an-access.js';
import { aPost } from '../../test/harness/a-post.js';
import { sessionEnded } from './session.facts.js';

it('[PD1] a device is registered by who runs its post: by hand, or by a code that is good once', async () => {
  const { postDevices, joins, claude, own, dids } = await aPost();
  const ofPost = await joins('Paul', 'coordinator', own);
  expect(await postDevices.registerHere(ofPost, own)).toMatchObject({ post: own });
  const code = await postDevices.openCode(claude, own);
  if (code === 'not-allowed') throw new Error('no code');
  expect(await postDevices.registerBy(code.code)).toMatchObject({ post: own, by: claude.account });
  expect(await postDevices.registerBy(code.code)).toBe('refused');
  expect(await postDevices.list(ofPost)).toMatchObject([
    { post: own, registeredBy: expect.any(String) },
    { post: own, registeredBy: expect.any(String) },
  ]);
  expect(dids()).toEqual(expect.arrayContaining(['device-registered', 'device-code-made', 'link-refused']));
});

it('[PD1] over the border of a post, and of a post that is not there, nobody registers, and it is written', async () => {
  const { postDevices, joins, own, claude, registers, written } = await aPost();
  const elsewhere = await joins('Paul', 'coordinator', placeId('autre'));
  const volunteer = await joins('Alix', 'volunteer', own);
  await registers();
  const [device] = await postDevices.list(claude);
  written.length = 0;
  for (const by of [elsewhere, volunteer]) {
    expect(await postDevices.registerHere(by, own)).toBe('not-allowed');
    expect(await postDevices.openCode(by, own)).toBe('not-allowed');
    expect(await postDevices.end(by, device?.id ?? '')).toBe('not-allowed');
    expect(await postDevices.list(by)).toEqual([]);
  }
  expect(await postDevices.registerHere(claude, placeId('nulle-part'))).toBe('not-allowed');
  expect(written.map(({ did }) => did)).toEqual(Array(7).fill('reach-refused'));
  expect(await postDevices.list(claude)).toHaveLength(1);
});

it('[PD2] at their post’s device a volunteer is let in by the password alone, and elsewhere shows more', async () => {
  const { joins, registers, signsInAt, own, sessionOf } = await aPost();
  await joins('Ève', 'volunteer', own);
  const there = expectEntered(await signsInAt(await registers()));
  if (!('token' in there)) throw new Error('a factor is asked for');
  expect(await sessionOf(there.token)).toMatchObject({
    assurance: 'at-post',
    at: { post: own, by: 'password' },
  });
  for (const device of [undefined, 'A'.repeat(43)])
    expect(await signsInAt(device)).toMatchObject({ prove: 'totp' });
});

it('[PD2] a device of another post, and of theirs for who coordinates, is a browser like any other', async () => {
  const { joins, registers, signsInAt } = await aPost();
  await joins('Ève', 'volunteer', placeId('autre'));
  await joins('Dominique', 'coordinator');
  const device = await registers();
  for (const pseudonym of ['Ève', 'Dominique', 'Claude'])
    expect(await signsInAt(device, pseudonym)).toMatchObject({ prove: 'totp' });
});

it('[PD2] who comes by an invitation to their post’s device needs no factor there, and enrols one elsewhere', async () => {
  const { invites, invitations, registers, own, signsInAt, access } = await aPost();
  const device = await registers();
  const asked = { invitation: await invites('volunteer', own), pseudonym: 'Ève', password };
  const said = await invitations.accept({ asked, former: undefined, device });
  expect(said).toMatchObject({ assurance: 'at-post' });
  const home = expectEntered(await signsInAt(undefined));
  expect(home).toMatchObject({ assurance: 'enrols' });
  expect('token' in home && (await access.sessionFrom(home.token))).toBe('signed-out');
});

it('[PD6] a device that is ended signs out whoever signed in there, and nobody else; no PIN for it is left', async () => {
  const {
    joins,
    registers,
    hasPin,
    byPin,
    postDevices,
    claude,
    own,
    facts,
    access,
    sessionOf,
    signIn,
    pins,
    written,
  } = await aPost();
  await joins('Ève', 'volunteer', own);
  const device = await registers();
  const session = await hasPin(device);
  const byIt = expectEntered(await byPin(device));
  const home = expectEntered(await signIn('Ève'));
  const ended: unknown[] = [];
  facts.when(sessionEnded, (fact) => void ended.push(fact.session));
  const [listed] = await postDevices.list(claude);
  expect(await postDevices.end(claude, listed?.id ?? '')).toBe('ended');
  expect(ended).toHaveLength(2);
  expect(ended).toContain(session.id);
  expect(await access.sessionFrom(byIt.token)).toBe('signed-out');
  expect(await sessionOf('token' in home ? home.token : '')).toMatchObject({ assurance: 'whole' });
  expect(await pins.of(session)).toBe('none');
  expect(await byPin(device)).toBe('refused');
  expect(await postDevices.list(claude)).toEqual([]);
  expect(await postDevices.end(claude, listed?.id ?? '')).toBe('not-allowed');
  expect(written).toContainEqual({ did: 'device-ended', by: claude.account, of: own });
});
