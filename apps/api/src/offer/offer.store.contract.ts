// What every store of offers must do when it makes one: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { callerId, firstSettings, minutes, offerId, seconds, volunteerId } from '@veille/domain';
import type { LiveStores } from '../../test/harness/live-stores.js';
import { Scene, theCaller, theVolunteer } from '../../test/harness/scene.js';

const { offerStands, pairRests } = firstSettings;

export function makesOffers(aLive: () => Promise<LiveStores>): void {
  const aScene = async () => {
    const scene = new Scene(await aLive());
    return { scene, offers: scene.stores.offers, line: scene.line };
  };

  it('[OF1] an offer holds a waiting caller for a free volunteer, until it is answered or its time is up', async () => {
    const { scene, offers, line } = await aScene();
    const ana = await scene.callerArrives('ana');
    const vera = await scene.volunteerIsFree('vera');
    const offer = await scene.offers();
    expect(offer).toEqual({
      id: 'offer-1',
      caller: ana,
      volunteer: vera,
      at: 'standing',
      until: scene.now + offerStands,
    });
    expect(await offers.find(line, offer.id)).toEqual(offer);
    expect(await scene.stores.lines.find(line, ana)).toMatchObject({ at: 'offered', offer: offer.id });
    expect(await scene.stores.volunteers.find(line, vera)).toMatchObject({ at: 'offered', offer: offer.id });
  });

  it('[OF1] with it comes what its volunteer is told of the caller', async () => {
    const { scene, offers, line } = await aScene();
    await scene.callerArrives('ana');
    const { now } = scene;
    await scene.passes(seconds(1));
    await scene.volunteerIsFree('vera');
    const making = { at: 'standing', now: scene.now, until: scene.now + offerStands } as const;
    const made = await offers.make(line, { id: offerId('o'), ...making });
    const offer = await offers.find(line, offerId('o'));
    expect(made).toEqual({ offer, caller: { joinedAt: now, language: 'fr', since: 'joined' } });
  });

  it('[OF1] without both there is no offer, and nothing is as if there were', async () => {
    const { scene, offers, line } = await aScene();
    expect(await scene.triesToOffer()).toBe('nobody-waiting');
    await scene.volunteerIsFree('vera');
    expect(await scene.triesToOffer()).toBe('nobody-waiting');
    await scene.stores.volunteers.goAway(line, volunteerId('vera'));
    await scene.callerArrives('ana');
    expect(await scene.triesToOffer()).toBe('nobody-free');
    expect(await offers.find(line, offerId('offer-3'))).toBeUndefined();
    expect(await scene.where(theCaller(callerId('ana')))).toBe('waiting');
  });

  it('[OF1, I5] first come, first offered', async () => {
    const { scene } = await aScene();
    for (const name of ['zoe', 'max', 'ana']) await scene.callerArrives(name);
    for (const name of ['v1', 'v2', 'v3']) await scene.volunteerIsFree(name);
    const made = [await scene.offers(), await scene.offers(), await scene.offers()];
    expect(made.map(({ caller }) => caller)).toEqual(['zoe', 'max', 'ana']);
  });

  it('[OF1] a caller whose lease has ended is passed over, and keeps their place', async () => {
    const { scene, line } = await aScene();
    const ana = await scene.callerArrives('ana');
    scene.fallsSilent(theCaller(ana));
    await scene.passes(firstSettings.callerLease);
    const bo = await scene.callerArrives('bo');
    await scene.volunteerIsFree('vera');
    expect(await scene.offers()).toMatchObject({ caller: bo });
    expect(await scene.stores.lines.rankOf(line, ana)).toBe(1);
  });

  it('[OF2] to the volunteer who has been idle longest', async () => {
    const { scene } = await aScene();
    await scene.volunteerIsFree('zoe');
    await scene.passes(1);
    await scene.volunteerIsFree('abel');
    await scene.callerArrives('ana');
    await scene.callerArrives('bo');
    expect(await scene.offers()).toMatchObject({ volunteer: 'zoe' });
    expect(await scene.offers()).toMatchObject({ volunteer: 'abel' });
  });

  it('[OF2, I3] to nobody whose lease has ended, at that very instant', async () => {
    const { scene } = await aScene();
    await scene.volunteerIsFree('vera');
    scene.clock.advance(firstSettings.volunteerLease - 1);
    await scene.callerArrives('ana');
    scene.clock.advance(1);
    expect(await scene.triesToOffer()).toBe('nobody-free');
    scene.clock.advance(-1);
    expect(await scene.offers()).toMatchObject({ volunteer: 'vera' });
  });

  it('[OF2] to nobody who declined this caller lately', async () => {
    const { scene, offers, line } = await aScene();
    const vera = await scene.volunteerIsFree('vera');
    await scene.callerArrives('ana');
    const { id } = await scene.offers();
    const restsUntil = scene.now + pairRests;
    await offers.decline(line, { offer: id, by: vera, now: scene.now }, restsUntil);
    expect(await scene.triesToOffer()).toBe('nobody-fits');
    await scene.passes(pairRests - 1);
    expect(await scene.triesToOffer()).toBe('nobody-fits');
    await scene.passes(1);
    expect(await scene.offers()).toMatchObject({ caller: 'ana', volunteer: vera });
  });

  it('[OF2, I5] whom nobody fits holds nobody up, and is first for the next one who does', async () => {
    const { scene, offers, line } = await aScene();
    const vera = await scene.volunteerIsFree('vera');
    await scene.callerArrives('ana');
    await scene.callerArrives('bo');
    const { id } = await scene.offers();
    await offers.decline(line, { offer: id, by: vera, now: scene.now }, scene.now + minutes(10));
    expect(await scene.offers()).toMatchObject({ caller: 'bo', volunteer: vera });
    await scene.callerArrives('chloe');
    await scene.volunteerIsFree('walt');
    expect(await scene.offers()).toMatchObject({ caller: 'ana', volunteer: 'walt' });
  });

  it('[I2, I3] of many who match at once, each caller and each volunteer is offered once', async () => {
    const { scene } = await aScene();
    for (let n = 0; n < 10; n += 1) {
      await scene.callerArrives(`caller-${n}`);
      await scene.volunteerIsFree(`volunteer-${n}`);
    }
    const tried = await Promise.all(Array.from({ length: 30 }, () => scene.triesToOffer()));
    const made = tried.filter((said) => typeof said !== 'string');
    expect(made).toHaveLength(10);
    expect(new Set(made.map(({ caller }) => caller)).size).toBe(10);
    expect(new Set(made.map(({ volunteer }) => volunteer)).size).toBe(10);
  });

  it('[AL2] offers whose time is up are found whatever their alarms did, the oldest first', async () => {
    const { scene, offers, line } = await aScene();
    for (const name of ['a', 'b']) await scene.callerArrives(name);
    for (const name of ['v', 'w']) await scene.volunteerIsFree(name);
    const first = await scene.offers();
    await scene.passes(seconds(1));
    const second = await scene.offers();
    expect(await offers.overdue(line, first.until - 1, 9)).toEqual([]);
    expect(await offers.overdue(line, first.until, 9)).toEqual([first.id]);
    expect(await offers.overdue(line, second.until, 9)).toEqual([first.id, second.id]);
    expect(await offers.overdue(line, second.until, 1)).toEqual([first.id]);
    expect(await scene.where(theVolunteer(first.volunteer))).toBe('offered');
  });
}
