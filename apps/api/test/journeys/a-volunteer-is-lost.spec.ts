// The volunteer's tab dies: the caller is told, waits for the grace, and goes back to the front with an apology.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { accepts, aFreeVolunteer, aPair, aVolunteer, aWaitingCaller } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({
    nodes: 2,
    settings: { VOLUNTEER_GRACE_SECONDS: '4', AWAY_TOLD_SECONDS: '0.4' },
  });
});
afterAll(() => service.end());

it('[CV4] [CV1] the volunteer’s tab dies and the caller goes back to the front', async () => {
  const { caller, volunteer } = await aPair(service, { caller: 0, volunteer: 1 });
  const later = await aWaitingCaller(service, 1);
  volunteer.die();
  await caller.until('caller.is', (is) => is.at === 'talking' && is.peer === 'away');
  expect(await caller.until('caller.is', ({ at }) => at === 'waiting')).toMatchObject({
    at: 'waiting',
    place: 1,
    since: 'listener-lost',
  });
  const { tab: next } = await aFreeVolunteer(service, 0);
  await accepts(next);
  await caller.until('caller.is', ({ at }) => at === 'talking');
  expect(later.last('caller.is')?.at).toBe('waiting');
  await later.ask('line.leave', {});
});

it('[CV1] a volunteer who is back within the grace finds the same conversation', async () => {
  const { caller, volunteer, cookie, conversation } = await aPair(service, { caller: 0, volunteer: 1 });
  volunteer.die();
  await caller.until('caller.is', (is) => is.at === 'talking' && is.peer === 'away');
  const { tab: back } = await aVolunteer(service, 0, cookie);
  await eventually(() =>
    expect(back.last('volunteer.is')).toMatchObject({ at: 'talking', conversation, peer: 'here' }),
  );
  await caller.until('caller.is', (is) => is.at === 'talking' && is.peer === 'here');
});
