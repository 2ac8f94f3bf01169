// Answers to offers, as the service gives them on: who is told that a conversation is open, and how long was waited.
import { describe, expect, it } from '@jest/globals';
import {
  type CallerId,
  conversationFrom,
  firstSettings,
  minutes,
  seconds,
  volunteerId,
} from '@veille/domain';
import { conversationOpened, peerChanged } from '../conversation/conversation.facts.js';
import { aLiveService } from '../../test/harness/live-service.js';
import { theCaller } from '../../test/harness/scene.js';
import { offerOver } from './offer.facts.js';

const { offerStands, volunteerGrace } = firstSettings;
const vera = volunteerId('vera');

/** Vera is offered a caller who has waited for three minutes. */
async function aScene() {
  const service = await aLiveService();
  const caller = await service.callerComes();
  await service.passes(minutes(3));
  await service.volunteerStarts('vera');
  const { id } = await service.offerOf(vera);
  const accepts = (by = vera) => service.done(service.offers.accept(service.line, id, by));
  return { service, caller, offer: id, accepts, opened: service.told(conversationOpened) };
}

const theTalk = (caller: CallerId) => ({ caller, volunteer: vera, waited: minutes(3), again: false });

describe('accepting', () => {
  it('[I10] opens one conversation, and says how long was waited', async () => {
    const { service, caller, offer, accepts, opened } = await aScene();
    expect(await accepts()).toBe('accepted');
    expect(opened).toMatchObject([
      { line: service.line, conversation: conversationFrom(offer), ...theTalk(caller) },
    ]);
  });

  it('[OF5] twice is told what it was told before, and both are told to look again', async () => {
    const { service, accepts, opened } = await aScene();
    await accepts();
    const told = service.told(peerChanged);
    expect(await accepts()).toBe('accepted');
    expect(opened).toHaveLength(1);
    expect(told.map(({ who }) => who).sort()).toEqual(['caller', 'volunteer']);
  });

  it('[OF3] too late, or [OF4] by somebody else, opens nothing', async () => {
    const { service, accepts, opened } = await aScene();
    expect(await accepts(volunteerId('walt'))).toBe('not-yours');
    service.clock.advance(offerStands);
    expect(await accepts()).toBe('too-late');
    expect(opened).toEqual([]);
  });

  it('[CV4] a caller who lost their listener is heard again, and that is said', async () => {
    const { service, caller, accepts, opened } = await aScene();
    await accepts();
    await service.closesTab({ role: 'volunteer', id: vera });
    await service.passes(volunteerGrace);
    const walt = await service.volunteerStarts('walt');
    const { id } = await service.offerOf(walt);
    await service.done(service.offers.accept(service.line, id, walt));
    expect(opened[1]).toMatchObject({ caller, volunteer: walt, again: true });
  });
});

describe('an answer whose move ran while its reply was lost', () => {
  it('[OF5] is given again: nobody stays unheard for it', async () => {
    let isLost = true;
    const service = await aLiveService({
      stores: ({ offers }) => {
        const accept = offers.accept.bind(offers);
        offers.accept = async (...given) => {
          const said = await accept(...given);
          if (!isLost) return said;
          isLost = false;
          throw new Error('lost');
        };
        return { offers };
      },
    });
    const caller = await service.callerComes();
    await service.volunteerStarts('vera');
    const { id } = await service.offerOf(vera);
    await expect(service.offers.accept(service.line, id, vera)).rejects.toThrow('lost');
    const told = service.told(peerChanged);
    expect(await service.done(service.offers.accept(service.line, id, vera))).toBe('accepted');
    expect(told.map(({ who }) => who).sort()).toEqual(['caller', 'volunteer']);
    expect(await service.where(theCaller(caller))).toBe('talking');
  });
});

it('[OF3] an answer that changed nothing is told to nobody', async () => {
  const { service, offer } = await aScene();
  const over = service.told(offerOver);
  await service.passes(seconds(1));
  expect(await service.done(service.offers.decline(service.line, offer, volunteerId('walt')))).toBe(
    'not-yours',
  );
  expect(await service.done(service.offers.expire(service.line, offer))).toBe('still-stands');
  expect(over).toEqual([]);
});
