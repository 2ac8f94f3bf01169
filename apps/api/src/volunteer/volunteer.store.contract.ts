// What every store of shifts must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { firstSettings, minutes, placeId, seconds, volunteerId } from '@veille/domain';
import type { LiveStores } from '../../test/harness/live-stores.js';
import { Scene, theVolunteer } from '../../test/harness/scene.js';

const { volunteerGrace: grace } = firstSettings;
const vera = volunteerId('vera');
const nobody = { free: 0, offered: 0, talking: 0, breather: 0, away: 0, spoken: new Map() };

export function keepsShifts(aLive: () => Promise<LiveStores>): void {
  const aScene = async () => {
    const scene = new Scene(await aLive());
    return { scene, shifts: scene.stores.volunteers, line: scene.line };
  };

  it('[VO1] a shift starts free, from a post or from home', async () => {
    const { scene, shifts, line } = await aScene();
    expect(await shifts.find(line, vera)).toBeUndefined();
    const shift = { id: vera, from: placeId('central'), languages: new Set(['fr']), now: scene.now };
    await scene.opensTab(theVolunteer(vera));
    expect(await shifts.startShift(line, shift)).toBe('free');
    expect(await shifts.find(line, vera)).toEqual({
      id: vera,
      from: 'central',
      languages: new Set(['fr']),
      misses: 0,
      at: 'free',
      since: scene.now,
    });
  });

  it('[VO1] starting it twice changes nothing', async () => {
    const { scene, shifts, line } = await aScene();
    await scene.volunteerIsFree('vera');
    const before = await shifts.find(line, vera);
    const again = {
      id: vera,
      from: placeId('central'),
      languages: new Set(['fr']),
      now: scene.now + seconds(5),
    };
    expect(await shifts.startShift(line, again)).toBe('already-on-shift');
    expect(await shifts.find(line, vera)).toEqual(before);
  });

  it('[VO9, I3] a shift begins while the lease of its tab holds, and not an instant longer', async () => {
    const { scene, shifts, line } = await aScene();
    const at = (now: number) => ({ id: vera, from: placeId('home'), languages: new Set(['fr']), now });
    expect(await shifts.startShift(line, at(scene.now))).toBe('not-here');
    const opened = scene.now;
    await scene.opensTab(theVolunteer(vera));
    expect(await shifts.startShift(line, at(opened + firstSettings.volunteerLease))).toBe('not-here');
    expect(await shifts.find(line, vera)).toBeUndefined();
    expect(await shifts.startShift(line, at(opened + firstSettings.volunteerLease - 1))).toBe('free');
  });

  it('[VO2] a volunteer becomes free from away, with the idle time beginning then', async () => {
    const { scene, shifts, line } = await aScene();
    expect(await shifts.becomeFree(line, vera, scene.now)).toBe('off');
    await scene.volunteerIsFree('vera');
    await shifts.goAway(line, vera);
    const now = scene.now + minutes(1);
    expect(await shifts.becomeFree(line, vera, now)).toBe('free');
    expect(await shifts.find(line, vera)).toEqual({
      id: vera,
      from: 'home',
      languages: new Set(['fr']),
      misses: 0,
      at: 'free',
      since: now,
    });
  });

  it('[VO2] who is free already keeps their turn', async () => {
    const { scene, shifts, line } = await aScene();
    await scene.volunteerIsFree('vera');
    await scene.passes(1);
    await scene.volunteerIsFree('abel');
    expect(await shifts.becomeFree(line, vera, scene.now + 1)).toBe('free');
    await scene.callerArrives('ana');
    expect(await scene.offers()).toMatchObject({ volunteer: vera });
  });

  it('[VO2, VO3, VO4] nothing but an answer ends an offer, nothing but its end a conversation', async () => {
    const { scene, shifts, line } = await aScene();
    await scene.volunteerIsFree('vera');
    await scene.callerArrives('ana');
    const busy = async () => [
      await shifts.becomeFree(line, vera, scene.now),
      await shifts.goAway(line, vera),
      await shifts.stopShift(line, vera),
    ];
    const offer = await scene.offers();
    expect(await busy()).toEqual(['busy', 'busy', 'busy']);
    expect(await shifts.find(line, vera)).toMatchObject({ at: 'offered', offer: offer.id });
    const { id } = await scene.takes(offer);
    expect(await busy()).toEqual(['busy', 'busy', 'busy']);
    expect(await shifts.find(line, vera)).toEqual({
      id: vera,
      from: 'home',
      languages: new Set(['fr']),
      misses: 0,
      at: 'talking',
      conversation: id,
    });
  });

  it('[VO3] who is away is not offered callers', async () => {
    const { scene, shifts, line } = await aScene();
    expect(await shifts.goAway(line, vera)).toBe('off');
    await scene.volunteerIsFree('vera');
    expect(await shifts.goAway(line, vera)).toBe('away');
    expect(await shifts.find(line, vera)).toEqual({
      id: vera,
      from: 'home',
      languages: new Set(['fr']),
      misses: 0,
      at: 'away',
      why: 'paused',
    });
    await scene.callerArrives('ana');
    expect(await scene.triesToOffer()).toBe('nobody-free');
  });

  it('[VO4] a shift that stops leaves nothing, and can start again', async () => {
    const { scene, shifts, line } = await aScene();
    await scene.volunteerIsFree('vera');
    expect(await shifts.stopShift(line, vera)).toBe('off');
    expect(await shifts.stopShift(line, vera)).toBe('off');
    expect(await shifts.find(line, vera)).toBeUndefined();
    await scene.callerArrives('ana');
    expect(await scene.triesToOffer()).toBe('nobody-free');
    await scene.volunteerIsFree('vera');
    expect(await scene.offers()).toMatchObject({ volunteer: vera });
  });

  it('[VO5] nothing happens at the end of a breather', async () => {
    const { scene, shifts, line } = await aScene();
    const conversation = await scene.talk();
    const until = scene.now + minutes(5);
    await scene.stores.conversations.end(line, conversation, until);
    expect(await shifts.find(line, vera)).toEqual({
      id: vera,
      from: 'home',
      languages: new Set(['fr']),
      misses: 0,
      at: 'breather',
      until,
    });
    await scene.passes(minutes(6));
    await scene.callerArrives('bo');
    expect(await scene.triesToOffer()).toBe('nobody-free');
    expect(await scene.where(theVolunteer(vera))).toBe('breather');
    expect(await shifts.becomeFree(line, vera, scene.now)).toBe('free');
    expect(await scene.offers()).toMatchObject({ volunteer: vera });
  });

  it('[VO6] a volunteer away past the grace is off, and not before', async () => {
    const { scene, shifts, line } = await aScene();
    await scene.volunteerIsFree('vera');
    await scene.closesTab(theVolunteer(vera));
    scene.clock.advance(grace - 1);
    expect(await shifts.lapse(line, vera, { grace, now: scene.now })).toBe('still-here');
    scene.clock.advance(1);
    expect(await shifts.lapse(line, vera, { grace, now: scene.now })).toBe('off');
    expect(await shifts.lapse(line, vera, { grace, now: scene.now })).toBe('off');
    expect(await shifts.find(line, vera)).toBeUndefined();
  });

  it('[VO6] neither an offer nor a conversation lapses with the shift', async () => {
    const { scene, shifts, line } = await aScene();
    await scene.volunteerIsFree('vera');
    await scene.callerArrives('ana');
    const offer = await scene.offers();
    const past = { grace, now: scene.now + firstSettings.volunteerLease + grace };
    expect(await shifts.lapse(line, vera, past)).toBe('busy');
    await scene.takes(offer);
    expect(await shifts.lapse(line, vera, past)).toBe('busy');
    expect(await scene.where(theVolunteer(vera))).toBe('talking');
  });

  it('[VO7] a free volunteer who is away is not offered callers; back, they have the idle time they had', async () => {
    const { scene } = await aScene();
    await scene.volunteerIsFree('vera');
    await scene.passes(seconds(1));
    await scene.volunteerIsFree('abel');
    await scene.closesTab(theVolunteer(vera));
    await scene.callerArrives('ana');
    expect(await scene.offers()).toMatchObject({ volunteer: 'abel' });
    await scene.passes(seconds(1));
    await scene.volunteerIsFree('zoe');
    await scene.opensTab(theVolunteer(vera));
    await scene.callerArrives('bo');
    expect(await scene.offers()).toMatchObject({ volunteer: vera });
  });

  it('[VO7] a volunteer who fell silent past the lease and answers again is offered callers again', async () => {
    const { scene } = await aScene();
    await scene.volunteerIsFree('vera');
    scene.clock.advance(firstSettings.volunteerLease);
    await scene.callerArrives('ana');
    expect(await scene.triesToOffer()).toBe('nobody-free');
    await scene.passes(0); // the tab answers the next ping
    expect(await scene.offers()).toMatchObject({ volunteer: vera });
  });

  it('[VO8] the board counts the volunteers of the line by state', async () => {
    const { scene, shifts, line } = await aScene();
    expect(await shifts.board(line)).toEqual(nobody);
    await scene.stores.conversations.end(line, await scene.talk('ana', 'vera'), scene.now);
    await scene.talk('bo', 'walt');
    await scene.volunteerIsFree('xena');
    await shifts.goAway(line, volunteerId('xena'));
    await scene.volunteerIsFree('yann');
    await scene.callerArrives('chloe');
    await scene.offers();
    await scene.volunteerIsFree('zoe');
    expect(await shifts.board(line)).toMatchObject({ free: 1, offered: 1, talking: 1, breather: 1, away: 1 });
    await shifts.stopShift(line, volunteerId('zoe'));
    expect(await shifts.board(line)).toMatchObject({ free: 0 });
  });

  it('[VO8, LG4] and who of those who hear people speaks what: who is away hears nobody', async () => {
    const { scene, shifts, line } = await aScene();
    const spoken = async () => Object.fromEntries((await shifts.board(line)).spoken);
    expect(await spoken()).toEqual({});
    await scene.talk('ana', 'xena');
    await scene.volunteerIsFree('vera', ['en', 'fr']);
    await scene.volunteerIsFree('walt', ['ar']);
    await scene.callerArrives('bo', 'en');
    await scene.offers('asking');
    expect(await spoken()).toEqual({
      ...{ en: { free: 1, working: 1 }, ar: { free: 1, working: 1 } },
      fr: { free: 1, working: 2 },
    });
    await shifts.goAway(line, volunteerId('walt'));
    expect(await spoken()).not.toHaveProperty('ar');
  });
}
