// Sessions as a signed-in person lives them: how long they hold, and what ends them.
import { expect, it } from '@jest/globals';
import { hours, minutes } from '@veille/domain';
import { anAccess, expectEntered } from '../../test/harness/an-access.js';
import { sessionEnded } from './session.facts.js';

it('[AC9] a session is over after 30 minutes in which nobody was seen', async () => {
  const { access, aCoordinator, clock } = anAccess();
  const { token } = await aCoordinator();
  clock.advance(minutes(29));
  expect(await access.sessionFrom(token)).toMatchObject({ pseudonym: 'Claude' });
  clock.advance(minutes(29));
  expect(await access.sessionFrom(token)).toMatchObject({ pseudonym: 'Claude' });
  clock.advance(minutes(30));
  expect(await access.sessionFrom(token)).toBe('signed-out');
});

it('[AC9] whoever uses a page keeps their session, for 12 hours and no longer; one that is only open keeps nobody', async () => {
  const { access, aCoordinator, clock } = anAccess();
  const { token, session } = await aCoordinator();
  for (let passed = 0; passed < hours(12) - minutes(10); passed += minutes(10)) {
    clock.advance(minutes(10));
    expect(await access.touch(session)).toMatchObject({ role: 'administrator' });
  }
  clock.advance(minutes(10));
  expect(await access.touch(session)).toBe('signed-out');
  expect(await access.sessionFrom(token)).toBe('signed-out');
});

it('[AC9] a page that is open and not used for 30 minutes is over, however often it is looked at', async () => {
  const { access, aCoordinator, clock } = anAccess();
  const { token, session } = await aCoordinator();
  for (let passed = minutes(1); passed < minutes(30); passed += minutes(1)) {
    clock.advance(minutes(1));
    expect(await access.touch(session, 'idle')).toMatchObject({ role: 'administrator' });
  }
  // A page that knocks again after its line was cut is not used by that.
  expect(await access.sessionFrom(token, 'idle')).toMatchObject({ pseudonym: 'Claude' });
  clock.advance(minutes(1));
  expect(await access.touch(session, 'idle')).toBe('signed-out');
});

it('[AC21] a conversation that lasts is not cut, neither by 30 minutes nor by 12 hours; it is over soon after', async () => {
  const { access, aCoordinator, clock } = anAccess();
  const { token, session } = await aCoordinator();
  for (let passed = 0; passed < hours(12) + minutes(40); passed += minutes(1)) {
    clock.advance(minutes(1));
    expect(await access.touch(session, 'talking')).toMatchObject({ role: 'administrator' });
  }
  expect(await access.sessionFrom(token, 'idle')).toMatchObject({ pseudonym: 'Claude' });
  clock.advance(minutes(5));
  expect(await access.touch(session, 'idle')).toBe('signed-out');
});

it('[AC10] signing in gives a new token, and the one the browser came with opens nothing any more', async () => {
  const { access, aCoordinator, signIn, facts } = anAccess();
  const { token: former, session } = await aCoordinator();
  const ended: unknown[] = [];
  facts.when(sessionEnded, (fact) => void ended.push(fact));
  const { token } = expectEntered(await signIn('Claude', undefined, { former }));
  expect(token).not.toBe(former);
  expect(await access.sessionFrom(former)).toBe('signed-out');
  expect(await access.sessionFrom(token)).toMatchObject({ pseudonym: 'Claude' });
  expect(ended).toEqual([{ session: session.id, account: session.account }]);
});

it('[AC10] a sign-in that is refused ends nothing', async () => {
  const { access, aCoordinator, signIn } = anAccess();
  const { token } = await aCoordinator();
  expect(await signIn('Claude', 'faux', { former: token })).toBe('refused');
  expect(await access.sessionFrom(token)).toMatchObject({ pseudonym: 'Claude' });
});

it('[AC10] signing out ends this session only, and says so once', async () => {
  const { access, aCoordinator, signIn, facts } = anAccess();
  const { token, session } = await aCoordinator();
  const elsewhere = expectEntered(await signIn('Claude'));
  const ended: unknown[] = [];
  facts.when(sessionEnded, (fact) => void ended.push(fact));
  await Promise.all([access.signOut(token), access.signOut(token), access.signOut(undefined)]);
  expect(await access.sessionFrom(token)).toBe('signed-out');
  expect(await access.touch(session)).toBe('signed-out');
  expect(await access.sessionFrom(elsewhere.token)).toMatchObject({ pseudonym: 'Claude' });
  expect(ended).toEqual([{ session: session.id, account: session.account }]);
});

it('[AC3] no token, a forged one and the id of a session are all signed out', async () => {
  const { access, aCoordinator } = anAccess();
  const { session } = await aCoordinator();
  for (const shown of [undefined, 'A'.repeat(43), session.id])
    expect(await access.sessionFrom(shown)).toBe('signed-out');
});
