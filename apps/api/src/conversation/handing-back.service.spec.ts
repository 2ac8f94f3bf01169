// Giving a caller back, as the service does it: who is told, who is offered whom then, and what a second press does.
import { expect, it } from '@jest/globals';
import { firstSettings, minutes, seconds, volunteerId } from '@veille/domain';
import { aLiveService } from '../../test/harness/live-service.js';
import { conversationOpened, callerHandedOver } from './conversation.facts.js';

const { breather, pairRests } = firstSettings;
const vera = volunteerId('vera');

async function aTalk() {
  const service = await aLiveService();
  const talk = await service.talk();
  await service.passes(minutes(20));
  const told = service.told(callerHandedOver);
  const back = () => service.done(service.conversations.handBack(service.line, talk.conversation, vera));
  return { service, ...talk, told, back };
}

it('[HO1] is told once, with how long they talked; a second press does nothing', async () => {
  const { service, caller, volunteer, conversation, told, back } = await aTalk();
  expect(await back()).toBe('handed-back');
  expect(await back()).toBe('already-over');
  const { lasted = 0 } = told[0] ?? {};
  expect(told).toMatchObject([{ conversation: conversation.id, caller: caller.id, to: 'line' }]);
  expect(lasted).toBe(minutes(20));
  expect(await service.where(volunteer)).toBe('breather');
});

it('[HO1, I9] the next who is free hears the caller at once, before those who came later, and that is one answer', async () => {
  const { service, caller, back } = await aTalk();
  await service.callerComes();
  await back();
  const opened = service.told(conversationOpened);
  const walt = await service.volunteerStarts('walt');
  const { id, caller: offered } = await service.offerOf(walt);
  expect(offered).toBe(caller.id);
  await service.done(service.offers.accept(service.line, id, walt));
  expect(opened).toMatchObject([{ caller: caller.id, volunteer: walt, again: true }]);
});

it('[HO1] the two are brought together again only when they have rested', async () => {
  const { service, caller, volunteer, back } = await aTalk();
  expect(pairRests).toBeLessThan(breather);
  await back();
  await service.done(service.volunteers.becomeFree(service.line, vera));
  await service.passes(pairRests - seconds(1));
  await service.isSwept();
  expect([await service.where(caller), await service.where(volunteer)]).toEqual(['waiting', 'free']);
  await service.passes(seconds(1));
  await service.isSwept();
  expect(await service.where(volunteer)).toBe('offered');
});
