// What every store of rebuilding promises: everybody is put back as the rules say, and nobody who is gone.
import { describe, expect, it } from '@jest/globals';
import {
  firstSettings,
  lineId,
  type Person,
  remember,
  type Remembered,
  settling,
  ticketHolds,
  volunteerId,
} from '@veille/domain';
import type { LiveStores } from '../../test/harness/live-stores.js';
import { Scene, theCaller, theVolunteer } from '../../test/harness/scene.js';

const line = lineId('principale');
const keepFor = ticketHolds(firstSettings);

export function rebuildContract(aLive: () => Promise<LiveStores>): void {
  let epochs = 0;
  const aScene = async () => {
    const scene = new Scene(await aLive());
    await begins(scene);
    return scene;
  };
  const begins = (scene: Scene) =>
    scene.stores.rebuild.epoch(line, { name: `epoch-${(epochs += 1)}`, now: scene.now, settles: 0 });
  const when = (scene: Scene) => ({ now: scene.now, breatherUntil: scene.now + 9, keepFor });
  const back = (scene: Scene, memory: Remembered) => scene.stores.rebuild.putBack(line, memory, when(scene));
  /** The same people, later, in a store that lost everything. */
  async function afterLosing(scene: Scene): Promise<Scene> {
    const next = new Scene(await aLive());
    next.clock.advance(scene.now - next.now + 1_000);
    await begins(next);
    return next;
  }
  async function remembers(scene: Scene, person: Person): Promise<Remembered> {
    const memory = remember(await scene.stores.rebuild.see(line, person), person, scene.now);
    if (!memory) throw new Error('nobody to remember');
    return memory;
  }

  it('[RB4] an epoch has one name, and begins once', async () => {
    const scene = await aScene();
    const first = await begins(scene);
    expect(await begins(scene)).toEqual(first);
    const lost = { stores: await aLive() };
    const asked = { name: 'the next', now: 5, settles: 9 };
    const begun = { name: 'the next', began: 5, settles: 9 };
    expect(await lost.stores.rebuild.epoch(line, asked)).toEqual(begun);
    expect(await lost.stores.rebuild.epoch(line, { ...asked, name: 'another', settles: 7 })).toEqual(begun);
    expect((await begins(await afterLosing(scene))).name).not.toBe(first.name);
  });

  it('[TL1] one reading shows a person, whom they talk with, and nobody else', async () => {
    const scene = await aScene();
    const { id: conversation, caller, volunteer } = await scene.talk();
    const other = await scene.callerArrives('other');
    const { stores } = scene;
    for (const one of [theCaller(caller), theVolunteer(volunteer)]) {
      const seen = await stores.rebuild.see(line, one);
      expect([...seen.callers.keys(), ...seen.volunteers.keys()]).toEqual([caller, volunteer]);
      expect(seen.callers.get(caller)).toEqual(await stores.lines.find(line, caller));
      expect(seen.volunteers.get(volunteer)).toEqual(await stores.volunteers.find(line, volunteer));
      expect([...seen.conversations.values()]).toEqual([await stores.conversations.find(line, conversation)]);
      expect(seen.callerTabs.get(caller)).toEqual(await stores.presence.of(line, theCaller(caller)));
      expect(seen.volunteerTabs.get(volunteer)).toEqual(
        await stores.presence.of(line, theVolunteer(volunteer)),
      );
    }
    const alone = await stores.rebuild.see(line, theCaller(other));
    expect([...alone.callers.keys(), ...alone.volunteers.keys()]).toEqual([other]);
    expect(alone.conversations.size).toBe(0);
    const nobody = await stores.rebuild.see(line, theVolunteer(volunteerId('nobody')));
    expect([nobody.callers.size, nobody.volunteers.size, nobody.volunteerTabs.size]).toEqual([0, 0, 0]);
  });

  it('[RB1, RB3] the line is as it was, whoever comes first, and however often', async () => {
    const before = await aScene();
    const callers = [];
    for (const name of ['ana', 'bo', 'chloe']) {
      callers.push(await before.callerArrives(name));
      await before.passes(10);
    }
    const memories = await Promise.all(callers.map((id) => remembers(before, theCaller(id))));
    const after = await afterLosing(before);
    for (const memory of [...memories].reverse()) expect(await back(after, memory)).toBe('back');
    for (const memory of memories) expect(await back(after, memory)).toBe('here');
    expect(await after.stores.lines.inOrder(line)).toEqual(callers);
    for (const id of callers)
      expect(await after.stores.lines.find(line, id)).toEqual(await before.stores.lines.find(line, id));
  });

  it('[RB2] of an offer nothing is left: they wait, and have the turn they had', async () => {
    const before = await aScene();
    const vera = await before.volunteerIsFree('vera');
    const ana = await before.callerArrives('ana');
    const offer = await before.offers();
    const memories = await Promise.all(
      [theCaller(ana), theVolunteer(vera)].map((one) => remembers(before, one)),
    );
    const after = await afterLosing(before);
    for (const memory of memories) await back(after, memory);
    expect([await after.where(theCaller(ana)), await after.where(theVolunteer(vera))]).toEqual([
      'waiting',
      'free',
    ]);
    const answer = { offer: offer.id, by: vera, now: after.now };
    expect(await after.stores.offers.accept(line, answer)).toBe('too-late');
    for (const one of [theCaller(ana), theVolunteer(vera)]) await after.opensTab(one);
    await after.passes(settling);
    expect(await after.offers()).toMatchObject({ caller: ana, volunteer: vera });
  });

  it('[RB7] nobody is offered before the line has settled', async () => {
    const before = await aScene();
    const ana = await before.callerArrives('ana');
    const memory = await remembers(before, theCaller(ana));
    const after = await afterLosing(before);
    await back(after, memory);
    await after.opensTab(theCaller(ana));
    await after.volunteerIsFree('vera');
    await after.passes(settling - 1);
    expect(await after.triesToOffer()).toBe('settling');
    expect(await after.where(theCaller(ana))).toBe('waiting');
    await after.passes(1);
    expect(await after.offers()).toMatchObject({ caller: ana });
  });

  it.each(['caller', 'volunteer'] as const)(
    '[RB1, RB8] two who talked talk, once the %s is back',
    async (who) => {
      const before = await aScene();
      const talk = await before.talk();
      const [caller, volunteer] = [theCaller(talk.caller), theVolunteer(talk.volunteer)];
      const memory = await remembers(before, who === 'caller' ? caller : volunteer);
      const after = await afterLosing(before);
      expect(await back(after, memory)).toBe('back');
      expect(await after.stores.conversations.find(line, talk.id)).toEqual(talk);
      expect([await after.where(caller), await after.where(volunteer)]).toEqual(['talking', 'talking']);
      const away = await after.stores.presence.of(line, who === 'caller' ? volunteer : caller);
      expect(away).toEqual({ tab: 1, until: after.now });
    },
  );

  it('[RB6] a newer memory parts two whom an older one had put back together', async () => {
    const before = await aScene();
    const talk = await before.talk();
    const older = await remembers(before, theVolunteer(talk.volunteer));
    before.fallsSilent(theVolunteer(talk.volunteer));
    await before.passes(firstSettings.volunteerGrace * 2);
    await before.stores.conversations.loseVolunteer(line, talk, { grace: 1, now: before.now });
    const newer = await remembers(before, theCaller(talk.caller));
    const after = await afterLosing(before);
    expect([await back(after, older), await back(after, newer)]).toEqual(['back', 'back']);
    expect(await after.stores.conversations.find(line, talk.id)).toBeUndefined();
    expect(await after.where(theCaller(talk.caller))).toBe('waiting');
    expect(await after.stores.lines.inOrder(line)).toEqual([talk.caller]);
    expect(await after.where(theVolunteer(talk.volunteer))).toBe('breather');
  });

  it('[RB3] of any number who bring one person back at once, one does', async () => {
    const before = await aScene();
    const memory = await remembers(before, theCaller(await before.callerArrives('ana')));
    const after = await afterLosing(before);
    const said = await Promise.all(Array.from({ length: 10 }, () => back(after, memory)));
    expect(said.filter((word) => word === 'back')).toHaveLength(1);
    expect(said.filter((word) => word === 'here')).toHaveLength(9);
  });

  it('[RB8] who is here already keeps the lease of their tab', async () => {
    const before = await aScene();
    const talk = await before.talk();
    const memory = await remembers(before, theCaller(talk.caller));
    const after = await afterLosing(before);
    const volunteer = theVolunteer(talk.volunteer);
    await after.opensTab(volunteer);
    const here = await after.stores.presence.of(line, volunteer);
    await back(after, memory);
    expect((await after.stores.presence.of(line, volunteer))?.until).toBe(here?.until);
  });

  it('[RB7] the line settles from the first one on', async () => {
    const before = await aScene();
    const memory = await remembers(before, theCaller(await before.callerArrives('ana')));
    const after = await afterLosing(before);
    expect(await after.stores.lines.settles(line)).toBe(0);
    await back(after, memory);
    expect(await after.stores.lines.settles(line)).toBe(after.now + settling);
  });

  it('[RB9] a tab is newer than every tab before the loss', async () => {
    const before = await aScene();
    const ana = theCaller(await before.callerArrives('ana'));
    await before.opensTab(ana);
    const memory = await remembers(before, ana);
    const after = await afterLosing(before);
    await back(after, memory);
    expect((await after.opensTab(ana)).tab).toBe(3);
  });

  describe('who is over', () => {
    it('[RB4] is not put back by a ticket of this epoch', async () => {
      const scene = await aScene();
      const ana = await scene.callerArrives('ana');
      const memory = await remembers(scene, theCaller(ana));
      await scene.stores.lines.leave(line, ana);
      expect(await back(scene, memory)).toBe('over');
      expect(await scene.where(theCaller(ana))).toBeUndefined();
    });

    it('[RB5] nor by one of the last, who was put back and left', async () => {
      const before = await aScene();
      const ana = await before.callerArrives('ana');
      const memory = await remembers(before, theCaller(ana));
      const after = await afterLosing(before);
      await back(after, memory);
      await after.stores.lines.leave(line, ana);
      expect(await back(after, memory)).toBe('over');
      expect(await after.stores.lines.inOrder(line)).toEqual([]);
    });

    it.each(['first', 'last'])('[RB5] nor if a node, heard %s, remembers their end', async (heard) => {
      const before = await aScene();
      const ana = theCaller(await before.callerArrives('ana'));
      const memory = await remembers(before, ana);
      const after = await afterLosing(before);
      const ends = () =>
        after.stores.rebuild.remainsOver(line, ana, { ...when(after), asOf: before.now + 5 });
      if (heard === 'first') expect(await ends()).toBe('over');
      expect(await back(after, memory)).toBe(heard === 'first' ? 'over' : 'back');
      if (heard === 'last') expect(await ends()).toBe('over');
      expect(await after.where(ana)).toBeUndefined();
      expect(await back(after, memory)).toBe('over');
    });
  });
}
