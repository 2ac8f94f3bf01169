// What every store of offers must do with answers: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { firstSettings, minutes, offerId, seconds, volunteerId } from '@veille/domain';
import type { LiveStores } from '../../test/harness/live-stores.js';
import { Scene, theCaller, theVolunteer } from '../../test/harness/scene.js';

const { offerStands } = firstSettings;

export function hearsAnswers(aLive: () => Promise<LiveStores>): void {
  /** Vera is offered ana; bo waits behind, and walt is free. */
  const aScene = async () => {
    const scene = new Scene(await aLive());
    const ana = await scene.callerArrives('ana');
    const vera = await scene.volunteerIsFree('vera');
    const offer = await scene.offers();
    await scene.callerArrives('bo');
    await scene.volunteerIsFree('walt');
    const { stores, line } = scene;
    const answer = (by = vera) => ({ offer: offer.id, by, now: scene.now });
    const everything = async () => ({
      offer: await stores.offers.find(line, offer.id),
      caller: await stores.lines.find(line, ana),
      volunteer: await stores.volunteers.find(line, vera),
      order: await stores.lines.inOrder(line),
      length: await stores.lines.length(line),
    });
    return { scene, offers: stores.offers, line, ana, vera, offer, answer, everything };
  };
  const walt = volunteerId('walt');

  it('[I10] an answer in time opens the conversation', async () => {
    const { scene, offers, line, ana, vera, offer, answer } = await aScene();
    expect(await offers.accept(line, answer())).toEqual({ accepted: 'now', caller: ana });
    expect(await offers.find(line, offer.id)).toBeUndefined();
    expect(await scene.talkOf(offer)).toEqual({
      id: offer.id,
      caller: ana,
      volunteer: vera,
      openedAt: scene.now,
    });
    expect(await scene.where(theCaller(ana))).toBe('talking');
    expect(await scene.where(theVolunteer(vera))).toBe('talking');
    expect(await scene.stores.lines.inOrder(line)).toEqual(['bo']);
  });

  it.each(['accept', 'decline'] as const)('[OF3] %s that comes late changes nothing', async (what) => {
    const { scene, offers, line, answer, everything } = await aScene();
    const says = {
      accept: () => offers.accept(line, answer()),
      decline: () => offers.decline(line, answer(), 0),
    };
    await scene.passes(offerStands);
    const before = await everything();
    expect(await says[what]()).toBe('too-late');
    expect(await everything()).toEqual(before);
  });

  it('[OF3] an answer is heard until the last instant', async () => {
    const { scene, offers, line, ana, answer } = await aScene();
    scene.clock.advance(offerStands - 1);
    expect(await offers.accept(line, answer())).toEqual({ accepted: 'now', caller: ana });
  });

  it('[OF3] an answer to an offer that is over, or never was, changes nothing', async () => {
    const { scene, offers, line, vera, offer, answer, everything } = await aScene();
    await offers.withdraw(line, offer.id);
    const before = await everything();
    expect(await offers.accept(line, answer())).toBe('too-late');
    expect(await offers.decline(line, answer(), scene.now + minutes(1))).toBe('too-late');
    const never = { offer: offerId('never'), by: vera, now: scene.now };
    expect(await offers.accept(line, never)).toBe('too-late');
    expect(await offers.decline(line, never, scene.now + minutes(1))).toBe('too-late');
    expect(await everything()).toEqual(before);
  });

  it.each(['accept', 'decline'] as const)('[OF4] %s by somebody else changes nothing', async (what) => {
    const { offers, line, answer, everything } = await aScene();
    const says = {
      accept: () => offers.accept(line, answer(walt)),
      decline: () => offers.decline(line, answer(walt), 0),
    };
    const before = await everything();
    expect(await says[what]()).toBe('not-yours');
    expect(await everything()).toEqual(before);
  });

  it('[OF5] the same answer twice is told what it was told before, and opens one conversation', async () => {
    const { scene, offers, line, ana, offer, answer, everything } = await aScene();
    await offers.accept(line, answer());
    const before = await everything();
    const opened = await scene.talkOf(offer);
    scene.clock.advance(seconds(60));
    expect(await offers.accept(line, answer())).toEqual({ accepted: 'before', caller: ana });
    expect(await offers.accept(line, answer(walt))).toBe('too-late');
    expect(await offers.decline(line, answer(), 0)).toBe('too-late');
    expect(await everything()).toEqual(before);
    expect(await scene.talkOf(offer)).toEqual(opened);
  });

  it('[OF5] once the conversation is over, so is the answer', async () => {
    const { scene, offers, line, offer, answer } = await aScene();
    await scene.stores.conversations.end(line, await scene.takes(offer), scene.now);
    expect(await offers.accept(line, answer())).toBe('too-late');
  });

  it('[OF6, I6] declining gives the caller back to the same place', async () => {
    const { scene, offers, line, ana, vera, answer } = await aScene();
    const restsUntil = scene.now + minutes(10);
    expect(await offers.decline(line, answer(), restsUntil)).toBe('declined');
    expect(await scene.stores.lines.inOrder(line)).toEqual(['ana', 'bo']);
    expect(await scene.stores.lines.find(line, ana)).toMatchObject({
      at: 'waiting',
      resting: new Map([[vera, restsUntil]]),
    });
    expect(await scene.offers()).toMatchObject({ caller: ana, volunteer: walt });
  });

  it('[OF6] declining costs the volunteer nothing: they have the turn and the idle time they had', async () => {
    const { scene, offers, line, vera, answer } = await aScene();
    const since = scene.now;
    await scene.passes(seconds(5));
    await offers.decline(line, answer(), scene.now + minutes(10));
    expect(await scene.stores.volunteers.find(line, vera)).toEqual({
      id: vera,
      from: 'home',
      languages: new Set(['fr']),
      misses: 0,
      at: 'free',
      since,
    });
  });

  it('[I10] the caller left: there is nobody to answer to', async () => {
    const { scene, offers, line, ana, answer } = await aScene();
    await scene.stores.lines.leave(line, ana);
    expect(await offers.accept(line, answer())).toBe('too-late');
    expect(await offers.accept(line, answer(walt))).toBe('too-late');
    expect(await scene.where(theCaller(ana))).toBeUndefined();
  });

  it('[I10] of a hundred answers at once exactly one wins', async () => {
    const { scene, offers, line, answer } = await aScene();
    await scene.passes(firstSettings.volunteerLease / 2);
    const says = [
      ...Array.from({ length: 49 }, () => offers.accept(line, answer())),
      offers.decline(line, answer(), scene.now + minutes(1)),
      ...Array.from({ length: 50 }, () => offers.accept(line, answer(walt))),
    ];
    const said = await Promise.all(says);
    const won = said.filter(
      (word) => word === 'declined' || (typeof word === 'object' && word.accepted === 'now'),
    );
    expect(won).toHaveLength(1);
  });
}
