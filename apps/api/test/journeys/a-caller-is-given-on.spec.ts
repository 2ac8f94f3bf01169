// A volunteer gives their caller on: the caller is told kindly, keeps the place, and is heard by somebody else.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { accepts, aFreeVolunteer, aPair, aWaitingCaller } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
});
afterAll(() => service.end());

it('[HO1] back to the line: the caller waits first, the next one knows that they were given on', async () => {
  const { caller, volunteer, conversation } = await aPair(service, { caller: 0, volunteer: 1 });
  const later = await aWaitingCaller(service, 1);
  expect(await volunteer.ask('conversation.hand-back', { conversation })).toEqual({ answer: {} });
  expect(await caller.until('caller.is', ({ at }) => at === 'waiting')).toMatchObject({
    place: 1,
    since: 'handed-over',
  });
  await volunteer.until('volunteer.is', ({ at }) => at === 'breather');
  expect(volunteer.last('conversation.over')).toEqual({ why: 'you-handed-over' });
  expect(await volunteer.ask('conversation.hand-back', { conversation })).toEqual({ refused: 'not-now' });
  const { tab: next } = await aFreeVolunteer(service, 0);
  expect(await next.until('volunteer.is', ({ at }) => at === 'offered')).toMatchObject({ handedOver: true });
  const heard = await accepts(next);
  expect(heard).not.toBe(conversation);
  await caller.until('caller.is', (is) => is.at === 'talking' && is.conversation === heard);
  expect(later.last('caller.is')?.at).toBe('waiting');
  await later.ask('line.leave', {});
  await caller.ask('conversation.end', { conversation: heard });
});

it('[HO2, HO4] to one colleague, listed by pseudonym and place: the caller is offered to them and to nobody else', async () => {
  const { caller, volunteer, conversation } = await aPair(service, { caller: 0, volunteer: 0 });
  const { tab: near } = await aFreeVolunteer(service, 0);
  const { tab: far } = await aFreeVolunteer(service, 1);
  const list = await volunteer.ask('conversation.colleagues', { conversation });
  if ('refused' in list) throw new Error('who is in a conversation may see who is free');
  const { colleagues } = list.answer;
  expect(colleagues).toHaveLength(2);
  for (const { handle, ...shown } of colleagues) {
    expect(handle).toMatch(/^[\w-]{12}$/);
    expect(shown).toEqual({ pseudonym: expect.any(String), place: null });
  }
  const to = colleagues[1]?.handle ?? '';
  const give = () => volunteer.ask('conversation.hand-over', { conversation, to });
  expect(await volunteer.ask('conversation.hand-over', { conversation, to: 'nobody' })).toEqual({
    refused: 'too-late',
  });
  expect(await give()).toEqual({ answer: {} });
  expect(await give()).toEqual({ refused: 'not-now' });
  const offered = await far.until('volunteer.is', ({ at }) => at === 'offered');
  expect(offered).toMatchObject({ handedOver: true });
  expect(JSON.stringify(offered)).not.toContain(colleagues[0]?.pseudonym);
  expect(near.last('volunteer.is')?.at).toBe('free');
  await caller.until('caller.is', (is) => is.at === 'waiting' && is.since === 'handed-over');
  const heard = await accepts(far);
  await caller.until('caller.is', (is) => is.at === 'talking' && is.conversation === heard);
  expect(await volunteer.ask('conversation.colleagues', { conversation: heard })).toEqual({
    refused: 'not-now',
  });
});
