// What every store of offers must do while a caller is asked whether they are still there: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { firstSettings, seconds } from '@veille/domain';
import type { LiveStores } from '../../test/harness/live-stores.js';
import { Scene, theCaller, theVolunteer } from '../../test/harness/scene.js';

const { stillThere, offerStands, callerGrace } = firstSettings;

export function asksCallers(aLive: () => Promise<LiveStores>): void {
  /** Ana is asked for vera; bo waits behind. */
  const aScene = async () => {
    const scene = new Scene(await aLive());
    const vera = await scene.volunteerIsFree('vera');
    const ana = await scene.callerArrives('ana');
    const offer = await scene.offers('asking');
    await scene.callerArrives('bo');
    const { stores, line } = scene;
    const stands = () =>
      stores.offers.stand(line, offer.id, { now: scene.now, until: scene.now + offerStands });
    const skips = () => stores.offers.skip(line, offer.id, scene.now);
    const where = async () => [await scene.where(theCaller(ana)), await scene.where(theVolunteer(vera))];
    return { scene, stores, line, ana, vera, offer, stands, skips, where };
  };

  it('[OF10] while the caller is asked, the volunteer is reserved and counted as offered', async () => {
    const { stores, line, ana, vera, offer, where } = await aScene();
    expect(offer).toMatchObject({ caller: ana, volunteer: vera, at: 'asking' });
    expect(await stores.offers.find(line, offer.id)).toEqual(offer);
    expect(await where()).toEqual(['asked', 'reserved']);
    expect(await stores.volunteers.board(line)).toMatchObject({ free: 0, offered: 1 });
    expect(await stores.lines.inOrder(line)).toEqual([ana, 'bo']);
  });

  it('[OF10] an answer in time makes the offer stand', async () => {
    const { scene, stores, line, ana, vera, offer, stands, where } = await aScene();
    scene.clock.advance(stillThere - 1);
    expect(await stands()).toBe('stands');
    const standing = { ...offer, at: 'standing', until: scene.now + offerStands };
    expect(await stores.offers.find(line, offer.id)).toEqual(standing);
    expect(await where()).toEqual(['offered', 'offered']);
    expect(await stores.offers.overdue(line, standing.until - 1, 9)).toEqual([]);
    const answer = { offer: offer.id, by: vera, now: scene.now };
    expect(await stores.offers.accept(line, answer)).toEqual({ accepted: 'now', caller: ana });
  });

  it('[OF10] an answer that is late changes nothing', async () => {
    const { scene, stands, where } = await aScene();
    scene.clock.advance(stillThere);
    expect(await stands()).toBe('too-late');
    expect(await where()).toEqual(['asked', 'reserved']);
  });

  it('[OF10, I3] an answer that finds the volunteer’s lease over changes nothing', async () => {
    const { scene, vera, stands, where } = await aScene();
    await scene.closesTab(theVolunteer(vera));
    expect(await stands()).toBe('nobody-there');
    expect(await where()).toEqual(['asked', 'reserved']);
  });

  it('[OF10] nobody answers for a volunteer who knows nothing of it', async () => {
    const { scene, stores, line, vera, offer, where } = await aScene();
    const answer = { offer: offer.id, by: vera, now: scene.now };
    expect(await stores.offers.accept(line, answer)).toBe('too-late');
    expect(await stores.offers.decline(line, answer, scene.now)).toBe('too-late');
    await scene.passes(stillThere);
    const when = { now: scene.now, missesBeforeAway: 1 };
    expect(await stores.offers.expire(line, offer.id, when)).toBe('nothing-to-do');
    expect(await where()).toEqual(['asked', 'reserved']);
  });

  it('[OF11, LN6, I6] without an answer the caller sleeps at their place, and the next one is asked', async () => {
    const { scene, stores, line, ana, vera, skips } = await aScene();
    const since = scene.now;
    await scene.passes(stillThere);
    expect(await skips()).toBe('skipped');
    expect(await stores.lines.find(line, ana)).toMatchObject({ at: 'asleep', asleepSince: scene.now });
    expect(await stores.volunteers.find(line, vera)).toMatchObject({ at: 'free', since, misses: 0 });
    expect(await stores.lines.rankOf(line, ana)).toBe(1);
    expect(await scene.offers('asking')).toMatchObject({ caller: 'bo', volunteer: vera });
  });

  it('[LN3, LN6, I7] who leaves asleep is nowhere', async () => {
    const { scene, stores, line, ana, skips } = await aScene();
    await scene.passes(stillThere);
    await skips();
    expect(await stores.lines.leave(line, ana)).toBe('left');
    expect(await stores.lines.asleepSince(line, scene.now, 9)).toEqual([]);
  });

  it('[I8] an alarm that is early, doubled, or comes after the answer changes nothing', async () => {
    const { scene, stands, skips, where } = await aScene();
    expect(await skips()).toBe('still-asked');
    await stands();
    await scene.passes(stillThere);
    expect(await skips()).toBe('nothing-to-do');
    expect(await where()).toEqual(['offered', 'offered']);
  });

  it('[LN6, I6] who sleeps wakes at their place, once, and is asked again before all others', async () => {
    const { scene, stores, line, ana, skips } = await aScene();
    await scene.passes(stillThere);
    await skips();
    expect(await stores.lines.asleepSince(line, scene.now - 1, 9)).toEqual([]);
    expect(await stores.lines.asleepSince(line, scene.now, 9)).toEqual([ana]);
    expect(await stores.lines.wake(line, ana)).toBe('awake');
    expect(await stores.lines.wake(line, ana)).toBe('not-asleep');
    expect(await stores.lines.asleepSince(line, scene.now, 9)).toEqual([]);
    expect(await scene.offers('asking')).toMatchObject({ caller: ana });
  });

  it('[LN6, LN4] who sleeps past the grace is gone, though their tab is here', async () => {
    const { scene, stores, line, ana, skips } = await aScene();
    await scene.passes(stillThere);
    await skips();
    const lapses = () =>
      stores.lines.lapse(line, ana, { grace: callerGrace, languages: ['fr'], now: scene.now });
    await scene.passes(callerGrace - 1);
    expect(await lapses()).toBe('still-here');
    await scene.passes(1);
    expect(await lapses()).toBe('left');
    expect(await stores.lines.inOrder(line)).toEqual(['bo']);
    expect(await stores.lines.asleepSince(line, scene.now, 9)).toEqual([]);
  });

  it.each(['goAway', 'stopShift'] as const)(
    '[OF12] a volunteer may %s, and what was asked is named',
    async (leaves) => {
      const { scene, stores, line, ana, vera, offer, stands } = await aScene();
      expect(await stores.volunteers.becomeFree(line, vera, scene.now)).toBe('free');
      expect(await stores.volunteers[leaves](line, vera)).toEqual({ of: offer.id });
      expect(await stands()).toBe('nobody-there');
      expect(await stores.offers.withdraw(line, offer.id)).toBe('withdrawn');
      expect(await scene.where(theCaller(ana))).toBe('waiting');
      await scene.passes(seconds(1));
      await scene.volunteerIsFree('walt');
      expect(await scene.offers('asking')).toMatchObject({ caller: ana, volunteer: 'walt' });
    },
  );

  it('[LN3] a caller who leaves while asked names the offer', async () => {
    const { scene, stores, line, ana, offer, stands, skips } = await aScene();
    expect(await stores.lines.leave(line, ana)).toEqual({ left: 'offered', offer: offer.id });
    expect(await stands()).toBe('too-late');
    await scene.passes(stillThere);
    expect(await skips()).toBe('skipped');
    expect(await scene.offers('asking')).toMatchObject({ caller: 'bo', volunteer: 'vera' });
  });
}
