// What every store of offers must do where people ask for different languages: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import { conversationFrom, firstSettings, type Offer } from '@veille/domain';
import type { LiveStores } from '../../test/harness/live-stores.js';
import { Scene, theCaller, theVolunteer } from '../../test/harness/scene.js';

const { pairRests, volunteerGrace, missesBeforeAway } = firstSettings;

export function offersByLanguage(aLive: () => Promise<LiveStores>): void {
  const aScene = async () => new Scene(await aLive());
  const pairOf = ({ caller, volunteer }: Offer) => [caller, volunteer];

  it('[LG1] a caller is offered to who speaks their language, however long others have been idle', async () => {
    const scene = await aScene();
    await scene.volunteerIsFree('vera');
    await scene.passes(1);
    await scene.volunteerIsFree('walt', ['en', 'fr']);
    await scene.callerArrives('ana', 'en');
    expect(pairOf(await scene.offers())).toEqual(['ana', 'walt']);
    await scene.callerArrives('bo', 'en');
    expect(await scene.triesToOffer()).toBe('nobody-fits');
    await scene.callerArrives('chloe');
    expect(pairOf(await scene.offers())).toEqual(['chloe', 'vera']);
    expect(await scene.where(theCaller(await scene.callerArrives('dan', 'en')))).toBe('waiting');
  });

  it('[LG2] who speaks several is offered whoever of them came first', async () => {
    const scene = await aScene();
    const asked = { ana: 'en', bo: 'fr', chloe: 'ar', dan: 'es', eve: 'en' };
    for (const [name, language] of Object.entries(asked)) await scene.callerArrives(name, language);
    for (const name of ['v1', 'v2', 'v3', 'v4']) await scene.volunteerIsFree(name, ['ar', 'en', 'fr']);
    const made = [await scene.offers(), await scene.offers(), await scene.offers(), await scene.offers()];
    expect(made.map(({ caller }) => caller)).toEqual(['ana', 'bo', 'chloe', 'eve']);
  });

  it('[LG2] neither who is away nor who rests from them hides the next one, in whatever language', async () => {
    const scene = await aScene();
    const vera = await scene.volunteerIsFree('vera', ['en', 'fr']);
    const ana = await scene.callerArrives('ana', 'en');
    await scene.callerArrives('bo');
    await scene.callerArrives('chloe', 'en');
    await scene.callerArrives('dan');
    const { id } = await scene.offers();
    await scene.stores.offers.decline(
      scene.line,
      { offer: id, by: vera, now: scene.now },
      scene.now + pairRests,
    );
    await scene.closesTab(theCaller(await scene.callerArrives('bo')));
    expect(pairOf(await scene.offers())).toEqual(['chloe', vera]);
    await scene.volunteerIsFree('walt', ['en', 'fr']);
    expect(pairOf(await scene.offers())).toEqual([ana, 'walt']);
  });

  it('[LG7] how many wait in each language, those who are offered or asleep not among them', async () => {
    const scene = await aScene();
    for (const name of ['zoe', 'max']) await scene.callerArrives(name, 'en');
    await scene.callerArrives('ana');
    await scene.volunteerIsFree('vera', ['en']);
    await scene.offers();
    const waiting = await scene.stores.lines.waitingIn(scene.line, ['fr', 'en', 'ar']);
    expect(Object.fromEntries(waiting)).toEqual({ fr: 1, en: 1, ar: 0 });
  });

  it('[LG3] a caller who is given back, whatever gave them back, asks for what they asked for', async () => {
    const scene = await aScene();
    const { line, stores } = scene;
    await scene.volunteerIsFree('walt', ['fr']);
    await scene.volunteerIsFree('vera', ['en']);
    const ana = await scene.callerArrives('ana', 'en');
    const asksStill = async () => {
      expect(await stores.lines.find(line, ana)).toMatchObject({ at: 'waiting', language: 'en' });
      return scene.offers('standing');
    };
    const [first, by] = [await scene.offers(), theVolunteer];
    await stores.offers.withdraw(line, first.id);
    const second = await asksStill();
    await stores.offers.decline(line, { offer: second.id, by: second.volunteer, now: scene.now }, 0);
    const third = await asksStill();
    await scene.passes(third.until - scene.now);
    await stores.offers.expire(line, third.id, { now: scene.now, missesBeforeAway });
    await stores.offers.withdraw(line, (await asksStill()).id);
    const asking = await scene.offers('asking');
    await scene.passes(asking.until - scene.now);
    await stores.offers.skip(line, asking.id, scene.now);
    await stores.lines.wake(line, ana);
    const taken = await asksStill();
    await scene.takes(taken);
    await scene.closesTab(by(taken.volunteer));
    await scene.passes(volunteerGrace);
    const talk = { id: conversationFrom(taken.id), caller: ana, volunteer: taken.volunteer, openedAt: 0 };
    await stores.conversations.loseVolunteer(line, talk, { grace: volunteerGrace, now: scene.now });
    expect(await scene.triesToOffer()).toBe('nobody-fits');
    await scene.volunteerIsFree('xena', ['en']);
    expect(pairOf(await asksStill())).toEqual([ana, 'xena']);
  });
}
