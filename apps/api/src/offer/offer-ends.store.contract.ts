// What every store of offers must do with those nobody answered: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { firstSettings, type Offer, offerId, seconds } from '@veille/domain';
import type { LiveStores } from '../../test/harness/live-stores.js';
import { Scene, theCaller, theVolunteer } from '../../test/harness/scene.js';

const { offerStands, missesBeforeAway } = firstSettings;

export function endsOffers(aLive: () => Promise<LiveStores>): void {
  /** Vera is offered ana; bo waits behind. */
  const aScene = async () => {
    const scene = new Scene(await aLive());
    const vera = await scene.volunteerIsFree('vera');
    const ana = await scene.callerArrives('ana');
    const offer = await scene.offers();
    await scene.callerArrives('bo');
    const { stores, line } = scene;
    const expires = ({ id }: Offer) => stores.offers.expire(line, id, { now: scene.now, missesBeforeAway });
    const theShift = () => stores.volunteers.find(line, vera);
    return { scene, stores, line, ana, vera, offer, expires, theShift };
  };

  it('[OF7, I6] an offer nobody answered gives the caller back to the same place', async () => {
    const { scene, stores, line, ana, offer, expires } = await aScene();
    const before = await stores.lines.find(line, ana);
    await scene.passes(offerStands);
    expect(await expires(offer)).toBe('expired');
    expect(await stores.lines.inOrder(line)).toEqual(['ana', 'bo']);
    expect(await stores.lines.find(line, ana)).toMatchObject({ at: 'waiting', place: before?.place });
    expect(await stores.offers.find(line, offer.id)).toBeUndefined();
    expect(await stores.offers.overdue(line, offer.until, 9)).toEqual([]);
  });

  it('[OF7] the turn of a volunteer who did not answer passes', async () => {
    const { scene, ana, offer, expires, theShift } = await aScene();
    await scene.passes(seconds(1));
    await scene.volunteerIsFree('walt');
    await scene.passes(offerStands);
    await expires(offer);
    expect(await theShift()).toMatchObject({ at: 'free', misses: 1, since: scene.now });
    expect(await scene.offers()).toMatchObject({ caller: ana, volunteer: 'walt' });
  });

  it('[OF8] after two offers left unanswered in a row the volunteer is away, and told so', async () => {
    const { scene, ana, vera, offer, expires, theShift } = await aScene();
    await scene.passes(offerStands);
    await expires(offer);
    const next = await scene.offers();
    expect(next).toMatchObject({ caller: ana, volunteer: vera });
    await scene.passes(offerStands);
    await expires(next);
    expect(await theShift()).toEqual({
      id: vera,
      from: 'home',
      languages: new Set(['fr']),
      misses: 0,
      at: 'away',
      why: 'missed',
    });
    expect(await scene.triesToOffer()).toBe('nobody-free');
  });

  it('[VO3, OF8] a pause begins the count anew, and keeps nothing of a breather', async () => {
    const { scene, stores, line, vera, offer, expires, theShift } = await aScene();
    await scene.passes(offerStands);
    await expires(offer);
    await stores.volunteers.goAway(line, vera);
    expect(await theShift()).toMatchObject({ at: 'away', misses: 0 });
    await stores.volunteers.becomeFree(line, vera, scene.now);
    await stores.conversations.end(line, await scene.takes(await scene.offers()), scene.now + 1);
    await stores.volunteers.goAway(line, vera);
    expect(await theShift()).toMatchObject({ at: 'away', misses: 0 });
  });

  it('[VO6, OF12] a shift that lapses while a caller is asked names the offer', async () => {
    const scene = new Scene(await aLive());
    const vera = await scene.volunteerIsFree('vera');
    await scene.callerArrives('ana');
    const { id } = await scene.offers('asking');
    await scene.closesTab(theVolunteer(vera));
    const { volunteerGrace: grace } = firstSettings;
    await scene.passes(grace);
    const when = { grace, now: scene.now };
    expect(await scene.stores.volunteers.lapse(scene.line, vera, when)).toEqual({ of: id });
  });

  it.each(['accepting', 'declining'] as const)('[OF8] %s in between begins the count anew', async (what) => {
    const { scene, stores, line, vera, offer, expires, theShift } = await aScene();
    await scene.passes(offerStands);
    await expires(offer);
    const second = await scene.offers();
    const answer = { offer: second.id, by: vera, now: scene.now };
    if (what === 'declining') await stores.offers.decline(line, answer, scene.now);
    else {
      const talk = await scene.takes(second);
      expect(await theShift()).toMatchObject({ at: 'talking', misses: 0 });
      await stores.conversations.end(line, talk, scene.now);
      await stores.volunteers.becomeFree(line, vera, scene.now);
    }
    expect(await theShift()).toMatchObject({ at: 'free', misses: 0 });
    const third = await scene.offers();
    await scene.passes(offerStands);
    await expires(third);
    expect(await theShift()).toMatchObject({ at: 'free', misses: 1 });
  });

  it('[I8] an expiry that is early changes nothing', async () => {
    const { scene, stores, line, offer, expires, theShift } = await aScene();
    const before = await theShift();
    await scene.passes(offerStands - 1);
    expect(await expires(offer)).toBe('still-stands');
    expect(await stores.offers.find(line, offer.id)).toEqual(offer);
    expect(await theShift()).toEqual(before);
  });

  it('[I8] an expiry that is doubled, late, or of an offer that never was changes nothing', async () => {
    const { scene, stores, line, ana, vera, offer, expires } = await aScene();
    await scene.passes(offerStands);
    await expires(offer);
    const next = await scene.offers();
    expect(await expires(offer)).toBe('nothing-to-do');
    expect(await expires({ ...offer, id: offerId('never') })).toBe('nothing-to-do');
    expect(await stores.offers.find(line, next.id)).toEqual(next);
    await scene.takes(next);
    await scene.passes(offerStands);
    expect(await expires(next)).toBe('nothing-to-do');
    expect(await scene.where(theCaller(ana))).toBe('talking');
    expect(await scene.where(theVolunteer(vera))).toBe('talking');
  });

  it('[OF9] when the volunteer is not there any more, both are where they were', async () => {
    const { scene, stores, line, ana, vera, offer, theShift } = await aScene();
    const since = scene.now;
    await scene.passes(seconds(5));
    await scene.closesTab(theVolunteer(vera));
    expect(await stores.offers.withdraw(line, offer.id)).toBe('withdrawn');
    expect(await theShift()).toEqual({
      id: vera,
      from: 'home',
      languages: new Set(['fr']),
      misses: 0,
      at: 'free',
      since,
    });
    expect(await stores.lines.inOrder(line)).toEqual(['ana', 'bo']);
    expect(await stores.offers.withdraw(line, offer.id)).toBe('nothing-to-do');
    await scene.volunteerIsFree('walt');
    expect(await scene.offers()).toMatchObject({ caller: ana, volunteer: 'walt' });
  });

  it('[OF9] when the caller left, the volunteer has the turn they had', async () => {
    const { scene, stores, line, ana, vera, offer, theShift } = await aScene();
    await stores.lines.leave(line, ana);
    expect(await stores.offers.withdraw(line, offer.id)).toBe('withdrawn');
    expect(await theShift()).toMatchObject({ at: 'free', misses: 0 });
    expect(await scene.where(theCaller(ana))).toBeUndefined();
    expect(await scene.offers()).toMatchObject({ caller: 'bo', volunteer: vera });
  });

  it('[OF9] nobody is blamed for a caller who left, even if only the alarm finds out', async () => {
    const { scene, stores, line, ana, offer, expires, theShift } = await aScene();
    const since = scene.now;
    await stores.lines.leave(line, ana);
    await scene.passes(offerStands);
    expect(await expires(offer)).toBe('expired');
    expect(await theShift()).toMatchObject({ at: 'free', misses: 0, since });
    expect(await stores.lines.inOrder(line)).toEqual(['bo']);
  });
}
