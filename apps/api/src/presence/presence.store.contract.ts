// What every store of presence must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import {
  callerId,
  firstSettings,
  isGone,
  isHere,
  lineId,
  minutes,
  seconds,
  volunteerId,
} from '@veille/domain';
import type { LiveStores } from '../../test/harness/live-stores.js';
import { Scene, theCaller, theVolunteer } from '../../test/harness/scene.js';

const ana = theCaller(callerId('ana'));
const bo = theCaller(callerId('bo'));
const vera = theVolunteer(volunteerId('vera'));

export function keepsPresence(aLive: () => Promise<LiveStores>): void {
  const aScene = async () => {
    const scene = new Scene(await aLive());
    return { scene, presence: scene.stores.presence, line: scene.line };
  };

  it('[PR1] a person is here while the lease holds, and not an instant longer', async () => {
    const { scene, presence, line } = await aScene();
    expect(await presence.of(line, ana)).toBeUndefined();
    expect(await scene.opensTab(ana)).toEqual({ tab: 1, as: 'new' });
    const held = await presence.of(line, ana);
    expect(held).toEqual({ tab: 1, until: scene.now + firstSettings.callerLease });
    expect(isHere(held, scene.now + firstSettings.callerLease - 1)).toBe(true);
    expect(isHere(held, scene.now + firstSettings.callerLease)).toBe(false);
  });

  it('[PR1] a tab that answers is here longer, and a late answer never shortens a lease', async () => {
    const { scene, presence, line } = await aScene();
    const { tab } = await scene.opensTab(vera);
    const until = scene.now + minutes(1);
    expect(await presence.renew(line, { person: vera, tab }, until)).toBe('renewed');
    expect(await presence.renew(line, { person: vera, tab }, until - 1)).toBe('renewed');
    expect(await presence.of(line, vera)).toEqual({ tab, until });
  });

  it('[PR2] who is gone is found by when their lease ended, the longest gone first', async () => {
    const { scene, presence, line } = await aScene();
    await scene.opensTab(bo);
    scene.clock.advance(seconds(1));
    await scene.opensTab(ana);
    await scene.opensTab(vera);
    const until = scene.now + firstSettings.callerLease;
    expect(await presence.callersUnseenSince(line, until - seconds(1) - 1, 9)).toEqual([]);
    expect(await presence.callersUnseenSince(line, until - seconds(1), 9)).toEqual(['bo']);
    expect(await presence.callersUnseenSince(line, until, 9)).toEqual(['bo', 'ana']);
    expect(await presence.callersUnseenSince(line, until, 1)).toEqual(['bo']);
    expect(await presence.volunteersUnseenSince(line, until, 9)).toEqual(['vera']);
    const grace = minutes(4);
    expect(isGone(await presence.of(line, ana), grace, until + grace - 1)).toBe(false);
    expect(isGone(await presence.of(line, ana), grace, until + grace)).toBe(true);
  });

  it('[PR3] the newest tab holds the lease; an older one can neither renew nor drop it', async () => {
    const { scene, presence, line } = await aScene();
    const { tab: older } = await scene.opensTab(ana);
    const newest = await scene.opensTab(ana);
    expect(newest).toEqual({ tab: older + 1, as: 'takes-over' });
    const before = await presence.of(line, ana);
    const late = scene.now + minutes(9);
    expect(await presence.renew(line, { person: ana, tab: older }, late)).toBe('not-yours');
    expect(await presence.drop(line, { person: ana, tab: older }, scene.now)).toBe('not-yours');
    expect(await presence.of(line, ana)).toEqual(before);
  });

  it('[PR1, PR3] a tab that comes in the instant a lease ends takes over from nobody', async () => {
    const { scene } = await aScene();
    await scene.opensTab(ana);
    scene.clock.advance(firstSettings.callerLease);
    expect(await scene.opensTab(ana)).toEqual({ tab: 2, as: 'back' });
  });

  it('[PR3] of tabs that come at once each has its own number', async () => {
    const { scene, presence, line } = await aScene();
    const arrivals = await Promise.all(Array.from({ length: 20 }, () => scene.opensTab(ana)));
    expect(new Set(arrivals.map(({ tab }) => tab)).size).toBe(20);
    expect(await presence.of(line, ana)).toMatchObject({ tab: 20 });
  });

  it('[PR3] a caller and a volunteer of the same name are two', async () => {
    const { scene, presence, line } = await aScene();
    const double = theVolunteer(volunteerId('ana'));
    await scene.opensTab(ana);
    await scene.opensTab(double);
    await scene.closesTab(double);
    expect(isHere(await presence.of(line, ana), scene.now)).toBe(true);
  });

  it('[PR4] the lease ends at once when the newest tab closes, and the next one is back', async () => {
    const { scene, presence, line } = await aScene();
    const { tab } = await scene.opensTab(ana);
    expect(await presence.drop(line, { person: ana, tab }, scene.now + 5)).toBe('dropped');
    expect(await presence.of(line, ana)).toEqual({ tab, until: scene.now + 5 });
    scene.clock.advance(10);
    expect(await scene.opensTab(ana)).toEqual({ tab: tab + 1, as: 'back' });
  });

  it('[PR4] a tab that closes after its lease ended is not here again for it', async () => {
    const { scene, presence, line } = await aScene();
    const { tab } = await scene.opensTab(ana);
    const until = scene.now + firstSettings.callerLease;
    await presence.drop(line, { person: ana, tab }, until + seconds(5));
    expect(await presence.of(line, ana)).toEqual({ tab, until });
  });

  it('[I7] who is forgotten leaves nothing, however often', async () => {
    const { scene, presence, line } = await aScene();
    const { tab } = await scene.opensTab(ana);
    await presence.forget(line, ana);
    await presence.forget(line, ana);
    expect(await presence.of(line, ana)).toBeUndefined();
    expect(await presence.callersUnseenSince(line, scene.now + minutes(9), 9)).toEqual([]);
    expect(await presence.renew(line, { person: ana, tab }, scene.now)).toBe('unknown');
    expect(await presence.drop(line, { person: ana, tab }, scene.now)).toBe('not-yours');
  });

  it('[VO6] who came back is not forgotten', async () => {
    const { scene, presence, line } = await aScene();
    await scene.opensTab(vera);
    expect(await presence.forgetAway(line, vera, scene.now)).toBe('here');
    expect(isHere(await presence.of(line, vera), scene.now)).toBe(true);
    await scene.closesTab(vera);
    expect(await presence.forgetAway(line, vera, scene.now)).toBe('forgotten');
    expect(await presence.forgetAway(line, vera, scene.now)).toBe('forgotten');
    expect(await presence.of(line, vera)).toBeUndefined();
  });

  it('[I7] who is on the line is not forgotten, wherever their tab is', async () => {
    const { scene, presence, line } = await aScene();
    for (const person of [
      theCaller(await scene.callerArrives('ana')),
      theVolunteer(await scene.volunteerIsFree('vera')),
    ]) {
      await scene.closesTab(person);
      expect(await presence.forgetAway(line, person, scene.now)).toBe('here');
      expect(await presence.of(line, person)).toMatchObject({ until: scene.now });
    }
  });

  it('[PR1] lines know nothing of each other', async () => {
    const { scene, presence } = await aScene();
    await scene.opensTab(ana);
    expect(await presence.of(lineId('another'), ana)).toBeUndefined();
  });
}
