// What every store must do when a caller is handed over: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { firstSettings, minutes, volunteerId } from '@veille/domain';
import type { LiveStores } from '../../test/harness/live-stores.js';
import { Scene, theCaller, theVolunteer } from '../../test/harness/scene.js';

const { breather, offerStands, pairRests } = firstSettings;

export function handsOver(aLive: () => Promise<LiveStores>): void {
  /** Ana talks with vera; bo waits, and walt, who rests from bo, is free. */
  const aScene = async () => {
    const scene = new Scene(await aLive());
    const conversation = await scene.talk();
    await scene.passes(minutes(20));
    const walt = await scene.volunteerIsFree('walt');
    const { stores, line } = scene;
    const vera = conversation.volunteer;
    const give = (by = vera, to = walt) => scene.handsOver(conversation, { by, to });
    const everything = async () => ({
      caller: await stores.lines.find(line, conversation.caller),
      from: await stores.volunteers.find(line, vera),
      to: await stores.volunteers.find(line, walt),
      talk: await stores.conversations.find(line, conversation.id),
      free: await stores.volunteers.free(line),
      order: await stores.lines.inOrder(line),
    });
    return { scene, stores, line, conversation, vera, walt, give, everything };
  };

  it('[HO2] the conversation is over, and an offer of its caller stands for the colleague, at once', async () => {
    const { scene, stores, line, conversation, vera, walt, give, everything } = await aScene();
    const bo = await scene.callerArrives('bo');
    const offer = await give();
    expect(offer).toEqual({
      ...{ id: 'offer-2', at: 'standing', caller: 'ana', volunteer: walt, until: scene.now + offerStands },
    });
    const { caller, from, to, ...rest } = await everything();
    expect(rest).toEqual({ talk: undefined, free: [], order: ['ana', bo] });
    expect(caller).toMatchObject({ at: 'offered', since: 'handed-over', place: conversation.openedAt });
    expect(caller?.resting).toEqual(new Map([[vera, scene.now + pairRests]]));
    expect(from).toMatchObject({ at: 'breather', until: scene.now + breather });
    expect(to).toMatchObject({ at: 'offered', misses: 0 });
    if (typeof offer === 'string') throw new Error('an offer was made');
    expect(await stores.offers.find(line, offer.id)).toEqual(offer);
    expect(await scene.takes(offer)).toMatchObject({ caller: 'ana', volunteer: walt });
  });

  it('[HO2, I10] of two who press at once one hands over; what is over, or another’s, changes nothing', async () => {
    const { vera, walt, give, everything } = await aScene();
    expect(await give(walt, vera)).toBe('not-yours');
    const said = await Promise.all([give(), give()]);
    expect(said.filter((one) => typeof one !== 'string')).toHaveLength(1);
    const before = await everything();
    expect(await give()).toBe('already-over');
    expect(await everything()).toEqual(before);
  });

  it('[HO2, I3] not to one who is not free, not here, or rests from the caller; nor of a caller who is away', async () => {
    const { scene, stores, line, conversation, vera, walt, give, everything } = await aScene();
    const refused = async () => {
      const before = await everything();
      expect(await give()).toBe('not-free');
      expect(await everything()).toEqual(before);
    };
    await stores.volunteers.goAway(line, walt);
    await refused();
    await stores.volunteers.becomeFree(line, walt, scene.now);
    await scene.closesTab(theVolunteer(walt));
    await refused();
    await scene.opensTab(theVolunteer(walt));
    await scene.closesTab(theCaller(conversation.caller));
    await refused();
    await scene.opensTab(theCaller(conversation.caller));
    const back = await give();
    if (typeof back === 'string') throw new Error('an offer was made');
    await stores.offers.decline(line, { offer: back.id, by: walt, now: scene.now }, scene.now + pairRests);
    expect(await stores.volunteers.becomeFree(line, vera, scene.now)).toBe('free');
    expect(await scene.triesToOffer()).toBe('nobody-fits');
    const xena = await scene.volunteerIsFree('xena');
    const again = await scene.takes(await scene.offers());
    expect(again.volunteer).toBe(xena);
    expect(await scene.handsOver(again, { by: xena, to: walt })).toBe('not-free');
    await scene.passes(pairRests);
    expect(await scene.handsOver(again, { by: xena, to: walt })).toMatchObject({ volunteer: walt });
  });

  it('[HO2, LG1] not to one who does not speak the caller’s language', async () => {
    const { scene, vera, give } = await aScene();
    expect(await give(vera, await scene.volunteerIsFree('xena', ['en', 'fra']))).toBe('not-free');
    expect(await give(vera, await scene.volunteerIsFree('yann', ['en', 'fr']))).toMatchObject({
      volunteer: 'yann',
    });
  });

  it('[HO3, I6] left unanswered, the caller is back at the place they always had, and the colleague missed one', async () => {
    const { scene, stores, line, conversation, walt, give } = await aScene();
    await scene.callerArrives('bo');
    const offer = await give();
    if (typeof offer === 'string') throw new Error('an offer was made');
    await scene.passes(offerStands);
    const when = { now: scene.now, missesBeforeAway: 2 };
    expect(await stores.offers.expire(line, offer.id, when)).toBe('expired');
    expect(await stores.lines.inOrder(line)).toEqual(['ana', 'bo']);
    expect(await stores.lines.find(line, conversation.caller)).toMatchObject({ at: 'waiting' });
    expect(await stores.volunteers.find(line, walt)).toMatchObject({ at: 'free', misses: 1 });
  });

  it('[HO2] who is free is listed, the longest idle first', async () => {
    const { scene, stores, line } = await aScene();
    await scene.passes(1);
    await scene.volunteerIsFree('abel');
    expect(await stores.volunteers.free(line)).toEqual(['walt', 'abel']);
    await stores.volunteers.goAway(line, volunteerId('walt'));
    expect(await stores.volunteers.free(line)).toEqual(['abel']);
  });
}
