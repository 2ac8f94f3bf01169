// What every store of the line must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { callerId, firstSettings, lineId, minutes, seconds, volunteerId } from '@veille/domain';
import type { LiveStores } from '../../test/harness/live-stores.js';
import { Scene, theCaller } from '../../test/harness/scene.js';

const { callerGrace: grace, languages } = firstSettings;

export function keepsLines(aLive: () => Promise<LiveStores>): void {
  const aScene = async () => {
    const scene = new Scene(await aLive());
    return { scene, lines: scene.stores.lines, line: scene.line };
  };

  it('[LN1] a newcomer stands last', async () => {
    const { scene, lines, line } = await aScene();
    await scene.callerArrives('zoe');
    await scene.passes(seconds(1));
    await scene.callerArrives('ana');
    expect(await lines.inOrder(line)).toEqual(['zoe', 'ana']);
    expect(await lines.rankOf(line, callerId('zoe'))).toBe(1);
    expect(await lines.rankOf(line, callerId('ana'))).toBe(2);
    expect(await lines.rankOf(line, callerId('nobody'))).toBe('not-in-line');
  });

  it('[LN1] two who come in the same millisecond have two places, in the order they came', async () => {
    const { scene, lines, line } = await aScene();
    for (const name of ['zoe', 'max', 'ana']) await scene.callerArrives(name);
    expect(await lines.inOrder(line)).toEqual(['zoe', 'max', 'ana']);
    expect(await lines.find(line, callerId('ana'))).toEqual({
      id: 'ana',
      at: 'waiting',
      place: scene.now + 2,
      joinedAt: scene.now,
      since: 'joined',
      language: 'fr',
      resting: new Map(),
    });
  });

  it('[LN1] a clock that is behind lets nobody pass', async () => {
    const { scene, lines, line } = await aScene();
    await scene.callerArrives('zoe');
    await lines.join(line, { id: callerId('ana'), language: 'fr', now: scene.now - seconds(5) });
    expect(await lines.inOrder(line)).toEqual(['zoe', 'ana']);
  });

  it('[LN2] joining twice is joining once', async () => {
    const { scene, lines, line } = await aScene();
    const ana = await scene.callerArrives('ana');
    const before = await lines.find(line, ana);
    expect(await lines.join(line, { id: ana, language: 'fr', now: scene.now + seconds(9) })).toBe(
      'already-here',
    );
    expect(await lines.find(line, ana)).toEqual(before);
    expect(await lines.inOrder(line)).toEqual(['ana']);
  });

  it('[LN2] who is offered or talking is not in the line a second time', async () => {
    const { scene, lines, line } = await aScene();
    const { caller } = await scene.talk();
    expect(await lines.join(line, { id: caller, language: 'fr', now: scene.now })).toBe('already-here');
    expect(await lines.inOrder(line)).toEqual([]);
  });

  it('[LN3] leaving is for good', async () => {
    const { scene, lines, line } = await aScene();
    const ana = await scene.callerArrives('ana');
    expect(await lines.leave(line, ana)).toBe('left');
    expect(await lines.find(line, ana)).toBeUndefined();
    expect(await lines.inOrder(line)).toEqual([]);
    expect(await lines.leave(line, ana)).toBe('not-in-line');
  });

  it('[LN3] who leaves while an offer stands names it', async () => {
    const { scene, lines, line } = await aScene();
    await scene.volunteerIsFree('vera');
    const ana = await scene.callerArrives('ana');
    const offer = await scene.offers();
    expect(await lines.leave(line, ana)).toEqual({ left: 'offered', offer: offer.id });
    expect(await lines.find(line, ana)).toBeUndefined();
  });

  it('[LN3] a conversation is ended, not left', async () => {
    const { scene, lines, line } = await aScene();
    const { caller } = await scene.talk();
    expect(await lines.leave(line, caller)).toBe('not-in-line');
    expect(await scene.where(theCaller(caller))).toBe('talking');
  });

  it('[LN4] a caller away past the grace leaves the line', async () => {
    const { scene, lines, line } = await aScene();
    const ana = await scene.callerArrives('ana');
    await scene.closesTab(theCaller(ana));
    scene.clock.advance(grace - 1);
    expect(await lines.lapse(line, ana, { grace, languages, now: scene.now })).toBe('still-here');
    expect(await lines.rankOf(line, ana)).toBe(1);
    scene.clock.advance(1);
    expect(await lines.lapse(line, ana, { grace, languages, now: scene.now })).toBe('left');
    expect(await lines.lapse(line, ana, { grace, languages, now: scene.now })).toBe('not-in-line');
    expect(await lines.inOrder(line)).toEqual([]);
  });

  it('[LN4] who lapses while an offer stands names it', async () => {
    const { scene, lines, line } = await aScene();
    await scene.volunteerIsFree('vera');
    const ana = await scene.callerArrives('ana');
    const offer = await scene.offers();
    await scene.closesTab(theCaller(ana));
    scene.clock.advance(grace);
    expect(await lines.lapse(line, ana, { grace, languages, now: scene.now })).toEqual({
      left: 'offered',
      offer: offer.id,
    });
  });

  it('[LN4] who came back in time stays, however late the alarm', async () => {
    const { scene, lines, line } = await aScene();
    const ana = await scene.callerArrives('ana');
    await scene.closesTab(theCaller(ana));
    scene.clock.advance(grace - 1);
    await scene.opensTab(theCaller(ana));
    scene.clock.advance(seconds(2));
    expect(await lines.lapse(line, ana, { grace, languages, now: scene.now })).toBe('still-here');
    expect(await lines.rankOf(line, ana)).toBe(1);
  });

  it('[LN5] who is away is not offered; back in time, they are, at the place they had', async () => {
    const { scene, lines, line } = await aScene();
    const ana = await scene.callerArrives('ana');
    const bo = await scene.callerArrives('bo');
    await scene.closesTab(theCaller(ana));
    await scene.volunteerIsFree('vera');
    expect(await scene.offers()).toMatchObject({ caller: bo });
    expect(await lines.rankOf(line, ana)).toBe(1);
    await scene.opensTab(theCaller(ana));
    await scene.volunteerIsFree('walt');
    expect(await scene.offers()).toMatchObject({ caller: ana });
  });

  it('[LN5] who fell silent past the lease and answers again is offered again', async () => {
    const { scene } = await aScene();
    const ana = await scene.callerArrives('ana');
    scene.clock.advance(seconds(31));
    await scene.volunteerIsFree('vera');
    expect(await scene.triesToOffer()).toBe('nobody-fits');
    await scene.passes(0); // the tab answers the next ping
    expect(await scene.offers()).toMatchObject({ caller: ana });
  });

  it('[I6] whatever happens in front of them, nobody moves back', async () => {
    const { scene, lines, line } = await aScene();
    for (const name of ['a', 'b', 'c']) await scene.callerArrives(name);
    const placeOfB = (await lines.find(line, callerId('b')))?.place;
    await scene.volunteerIsFree('vera');
    const offer = await scene.offers();
    expect(await lines.inOrder(line)).toEqual(['a', 'b', 'c']);
    await scene.stores.offers.withdraw(line, offer.id);
    await scene.callerArrives('d');
    expect(await lines.inOrder(line)).toEqual(['a', 'b', 'c', 'd']);
    await lines.leave(line, callerId('a'));
    expect(await lines.inOrder(line)).toEqual(['b', 'c', 'd']);
    expect(await lines.find(line, callerId('b'))).toMatchObject({ place: placeOfB });
  });

  it('[I1] who is offered is still in the line, who talks is not', async () => {
    const { scene, lines, line } = await aScene();
    expect(await lines.length(line)).toEqual({ inLine: 0, offered: 0, first: undefined });
    const came = scene.now;
    await scene.callerArrives('ana');
    await scene.callerArrives('bo');
    await scene.volunteerIsFree('vera');
    const offer = await scene.offers();
    expect(await lines.length(line)).toEqual({ inLine: 2, offered: 1, first: came });
    await scene.takes(offer);
    expect(await lines.length(line)).toEqual({ inLine: 1, offered: 0, first: came + 1 });
    expect(offer.volunteer).toBe(volunteerId('vera'));
  });

  it('[I1] lines know nothing of each other', async () => {
    const { scene, lines } = await aScene();
    const ana = await scene.callerArrives('ana');
    expect(await lines.find(lineId('another'), ana)).toBeUndefined();
    expect(await lines.inOrder(lineId('another'))).toEqual([]);
  });

  it('[LN7] who has waited for so long and was never heard leaves, and not an instant before', async () => {
    const { scene, lines, line } = await aScene();
    const limit = minutes(60);
    const ana = await scene.callerArrives('ana');
    const came = scene.now;
    await scene.passes(1);
    await scene.callerArrives('bo');
    const outwaits = (who = ana) => lines.outwait(line, who, { limit, now: scene.now });
    await scene.passes(limit - 2);
    expect(await lines.inLineSince(line, scene.now - limit, 9)).toEqual([]);
    expect(await lines.nextInLine(line, scene.now - limit)).toEqual({ caller: ana, place: came });
    expect(await lines.nextInLine(line, came + 1)).toBeUndefined();
    expect(await outwaits()).toBe('may-stay');
    await scene.passes(1);
    expect(await lines.inLineSince(line, scene.now - limit, 9)).toEqual([ana]);
    expect(await outwaits()).toBe('left');
    expect(await outwaits()).toBe('not-in-line');
    expect(await lines.inOrder(line)).toEqual(['bo']);
    await scene.volunteerIsFree('vera');
    expect(await scene.offers()).toMatchObject({ caller: 'bo' });
  });

  it('[LN7] also who sleeps; not who is asked, offered, talking, or was given back', async () => {
    const { scene, lines, line } = await aScene();
    const ana = await scene.callerArrives('ana');
    await scene.volunteerIsFree('vera');
    await scene.passes(minutes(60));
    const outwaits = () => lines.outwait(line, ana, { limit: minutes(60), now: scene.now });
    const asked = await scene.offers('asking');
    expect(await outwaits()).toBe('may-stay');
    await scene.stores.offers.stand(line, asked.id, { now: scene.now, until: scene.now + seconds(25) });
    expect(await outwaits()).toBe('may-stay');
    const talk = await scene.takes(asked);
    expect(await outwaits()).toBe('not-in-line');
    const by = { by: talk.volunteer, breatherUntil: scene.now, restsUntil: scene.now };
    await scene.stores.conversations.handBack(line, talk, by);
    expect(await outwaits()).toBe('may-stay');
    const bo = await scene.callerArrives('bo');
    await scene.stores.lines.leave(line, ana);
    await scene.volunteerIsFree('walt');
    const again = await scene.offers('asking');
    await scene.passes(minutes(60));
    expect(await scene.stores.offers.skip(line, again.id, scene.now)).toBe('skipped');
    expect(await lines.outwait(line, bo, { limit: minutes(60), now: scene.now })).toBe('left');
    expect(await lines.asleepSince(line, scene.now, 9)).toEqual([]);
  });

  it('[LN8] of many who join at once no more are let in than there is room for; the others leave nothing', async () => {
    const { scene, lines, line } = await aScene();
    await scene.callerArrives('zoe');
    const joins = (name: string) =>
      lines.join(line, { id: callerId(name), language: 'fr', now: scene.now, most: 3 });
    const names = Array.from({ length: 20 }, (_, nth) => `caller-${nth}`);
    const said = await Promise.all(names.map(joins));
    expect(said.filter((one) => one === 'joined')).toHaveLength(2);
    expect(said.filter((one) => one === 'full')).toHaveLength(18);
    const refused = names[said.indexOf('full')] ?? '';
    expect(await lines.find(line, callerId(refused))).toBeUndefined();
    expect(await lines.inOrder(line)).toHaveLength(3);
    await scene.volunteerIsFree('vera');
    expect(await joins('one-more')).toBe('joined');
    expect(await joins('and-another')).toBe('full');
  });
}
