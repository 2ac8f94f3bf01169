// Handing over, as the service does it: who is listed, who is told, and what a lost reply leaves behind.
import { expect, it } from '@jest/globals';
import { firstSettings, minutes, seconds, volunteerId } from '@veille/domain';
import { aLiveService, type Given } from '../../test/harness/live-service.js';
import { theVolunteer } from '../../test/harness/scene.js';
import { callerHandedOver, conversationOpened } from '../conversation/conversation.facts.js';
import { offerMade } from './offer.facts.js';

const { offerStands } = firstSettings;
const [vera, walt] = [volunteerId('vera'), volunteerId('walt')];

/** Vera talks; walt is free, and somebody else has waited for less long. */
async function aScene(given: Given = {}) {
  const service = await aLiveService(given);
  const { line } = service;
  const talk = await service.talk();
  await service.passes(minutes(20));
  await service.volunteerStarts('walt');
  const told = { handed: service.told(callerHandedOver), made: service.told(offerMade) };
  const give = (to = walt) =>
    service.done(service.handOver.handOver(line, talk.conversation, { by: vera, to }));
  const listed = async () => (await service.handOver.couldHear(line, talk.conversation)).map(({ id }) => id);
  return { service, line, ...talk, told, give, listed };
}

it('[HO2] both are told once; the colleague answers, and the caller was answered once', async () => {
  const { service, line, caller, volunteer, conversation, told, give } = await aScene();
  expect(await give()).toBe('handed-over');
  expect(await give()).toBe('already-over');
  expect(told.handed).toMatchObject([
    { conversation: conversation.id, to: 'volunteer', lasted: minutes(20) },
  ]);
  expect(told.made).toMatchObject([{ offer: { caller: caller.id, volunteer: walt } }]);
  expect(await service.where(volunteer)).toBe('breather');
  const opened = service.told(conversationOpened);
  const { id } = await service.offerOf(walt);
  await service.done(service.offers.accept(line, id, walt));
  expect(opened).toMatchObject([{ caller: caller.id, volunteer: walt, again: true }]);
});

it('[HO3, AL1] an alarm ends it like any offer, and the next one who is free is offered the caller', async () => {
  const { service, caller, give } = await aScene();
  await give();
  await service.passes(seconds(1));
  const xena = await service.volunteerStarts('xena');
  await service.passes(offerStands);
  expect((await service.offerOf(xena)).caller).toBe(caller.id);
});

it('[HO2] who is free, here and not resting is listed; a colleague who left meanwhile is not there', async () => {
  const { service, listed, give } = await aScene();
  await service.volunteerStarts('xena');
  await service.volunteerStarts('yann');
  await service.closesTab(theVolunteer(volunteerId('xena')));
  expect(await listed()).toEqual([walt, 'yann']);
  await service.done(service.volunteers.goAway(service.line, walt));
  expect(await listed()).toEqual(['yann']);
  expect(await give()).toBe('not-free');
});

it('[HO3] a hand over whose reply was lost leaves the caller in the line, and nobody offered what nobody tells', async () => {
  const { service, caller, conversation, give } = await aScene({
    stores: ({ offers }) => {
      const handOver = offers.handOver.bind(offers);
      offers.handOver = async (...given) => {
        await handOver(...given);
        throw new Error('lost');
      };
      return { offers };
    },
  });
  await expect(give()).rejects.toThrow('lost');
  expect(await service.where(caller)).toBe('waiting');
  expect(await service.conversations.find(service.line, conversation.id)).toBeUndefined();
  await service.isSwept();
  expect((await service.offerOf(walt)).caller).toBe(caller.id);
});
