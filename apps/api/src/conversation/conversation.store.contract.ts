// What every store of conversations must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import {
  type Conversation,
  conversationId,
  firstSettings,
  minutes,
  seconds,
  volunteerId,
} from '@veille/domain';
import type { LiveStores } from '../../test/harness/live-stores.js';
import { Scene, theCaller, theVolunteer } from '../../test/harness/scene.js';

const { breather, conversationGrace, pairRests, volunteerGrace } = firstSettings;

export function keepsConversations(aLive: () => Promise<LiveStores>): void {
  /** Ana talks with vera; bo waits. */
  const aScene = async () => {
    const scene = new Scene(await aLive());
    const conversation = await scene.talk();
    await scene.passes(minutes(20));
    await scene.callerArrives('bo');
    const { stores, line } = scene;
    const caller = theCaller(conversation.caller);
    const volunteer = theVolunteer(conversation.volunteer);
    const losesCaller = () =>
      stores.conversations.loseCaller(line, conversation, {
        grace: conversationGrace,
        now: scene.now,
        breatherUntil: scene.now + breather,
      });
    const losesVolunteer = () =>
      stores.conversations.loseVolunteer(line, conversation, { grace: volunteerGrace, now: scene.now });
    return { scene, stores, line, conversation, caller, volunteer, losesCaller, losesVolunteer };
  };

  it('[CV2, VO5] ending it, the caller is gone and the volunteer has a breather with an end', async () => {
    const { scene, stores, line, conversation, caller, volunteer } = await aScene();
    const until = scene.now + breather;
    expect(await stores.conversations.end(line, conversation, until)).toBe('ended');
    expect(await stores.conversations.find(line, conversation.id)).toBeUndefined();
    expect(await scene.where(caller)).toBeUndefined();
    expect(await stores.volunteers.find(line, conversation.volunteer)).toEqual({
      id: volunteer.id,
      from: 'home',
      languages: new Set(['fr']),
      misses: 0,
      at: 'breather',
      until,
    });
    expect(await stores.lines.inOrder(line)).toEqual(['bo']);
  });

  it('[CV2] of two who end it, one is told that it ended', async () => {
    const { scene, stores, line, conversation } = await aScene();
    const ends = () => stores.conversations.end(line, conversation, scene.now + breather);
    const said = await Promise.all([ends(), ends(), ends()]);
    expect(said.sort()).toEqual(['already-over', 'already-over', 'ended']);
  });

  it('[CV2] an end that comes again touches nobody who went on', async () => {
    const { scene, stores, line, conversation, volunteer } = await aScene();
    await stores.conversations.end(line, conversation, scene.now);
    await stores.volunteers.becomeFree(line, conversation.volunteer, scene.now);
    const next = await scene.takes(await scene.offers());
    expect(await stores.conversations.end(line, conversation, scene.now)).toBe('already-over');
    expect(await stores.conversations.find(line, next.id)).toEqual(next);
    expect(await scene.where(volunteer)).toBe('talking');
  });

  it('[HO1, I6] given back, the caller waits at the place they always had, and rests from this volunteer', async () => {
    const { scene, stores, line, conversation, caller, volunteer } = await aScene();
    const [until, restsUntil] = [scene.now + breather, scene.now + pairRests];
    const by = conversation.volunteer;
    const back = () =>
      stores.conversations.handBack(line, conversation, { by, breatherUntil: until, restsUntil });
    expect(await Promise.all([back(), back()])).toEqual(['handed-back', 'already-over']);
    expect(await stores.conversations.find(line, conversation.id)).toBeUndefined();
    expect(await stores.lines.inOrder(line)).toEqual([caller.id, 'bo']);
    expect(await stores.lines.find(line, conversation.caller)).toEqual({
      id: caller.id,
      at: 'waiting',
      place: conversation.openedAt,
      joinedAt: conversation.openedAt,
      since: 'handed-over',
      language: 'fr',
      resting: new Map([[by, restsUntil]]),
    });
    expect(await stores.volunteers.find(line, by)).toMatchObject({ id: volunteer.id, at: 'breather', until });
  });

  it('[HO1] given back by somebody else, nothing changes', async () => {
    const { scene, stores, line, conversation, caller } = await aScene();
    const given = { by: volunteerId('walt'), breatherUntil: scene.now, restsUntil: scene.now };
    expect(await stores.conversations.handBack(line, conversation, given)).toBe('not-yours');
    expect(await stores.conversations.find(line, conversation.id)).toEqual(conversation);
    expect(await scene.where(caller)).toBe('talking');
  });

  it('[SL2] when somebody last wrote is known, however late it is told, and never of what is over', async () => {
    const { scene, stores, line, conversation } = await aScene();
    const hears = (at: number) => stores.conversations.heard(line, conversation.id, at);
    expect(await hears(scene.now)).toEqual({ since: conversation.openedAt });
    expect(await hears(scene.now - seconds(5))).toEqual({ since: scene.now });
    const known = await stores.conversations.find(line, conversation.id);
    expect(known).toEqual({ ...conversation, heardAt: scene.now });
    await stores.conversations.end(line, conversation, scene.now);
    expect(await hears(scene.now + 1)).toBe('already-over');
    expect(await stores.conversations.find(line, conversation.id)).toBeUndefined();
  });

  it('[CV3] a caller away past the grace of conversations ends it', async () => {
    const { scene, stores, line, conversation, caller, losesCaller } = await aScene();
    await scene.closesTab(caller);
    await scene.passes(conversationGrace - 1);
    expect(await losesCaller()).toBe('still-here');
    await scene.passes(1);
    expect(await losesCaller()).toBe('ended');
    expect(await losesCaller()).toBe('already-over');
    expect(await scene.where(caller)).toBeUndefined();
    expect(await stores.volunteers.find(line, conversation.volunteer)).toMatchObject({
      at: 'breather',
      until: scene.now + breather,
    });
  });

  it('[LN4] who talks does not leave by the grace of the line, which is not theirs', async () => {
    const { scene, stores, line, conversation, caller } = await aScene();
    const { callerGrace: grace, languages } = firstSettings;
    await scene.closesTab(caller);
    await scene.passes(grace);
    const when = { grace, languages, now: scene.now };
    expect(await stores.lines.lapse(line, conversation.caller, when)).toBe('not-in-line');
    expect(await scene.where(caller)).toBe('talking');
  });

  it('[CV3, CV4] whose tab nobody knows any more is lost', async () => {
    const { scene, stores, line, caller, losesCaller } = await aScene();
    await stores.presence.forget(line, caller);
    expect(await losesCaller()).toBe('ended');
    const { volunteer, ...other } = await scene.talk('chloe', 'walt');
    await stores.presence.forget(line, theVolunteer(volunteer));
    const when = { grace: volunteerGrace, now: scene.now };
    expect(await stores.conversations.loseVolunteer(line, { volunteer, ...other }, when)).toBe('returned');
  });

  it('[CV3] a caller who came back in time goes on', async () => {
    const { scene, caller, losesCaller } = await aScene();
    await scene.closesTab(caller);
    await scene.passes(conversationGrace - 1);
    await scene.opensTab(caller);
    await scene.passes(seconds(5));
    expect(await losesCaller()).toBe('still-here');
    expect(await scene.where(caller)).toBe('talking');
  });

  it('[CV4, I6] a volunteer away past the grace gives the caller back to the place they always had', async () => {
    const { scene, stores, line, conversation, caller, volunteer, losesVolunteer } = await aScene();
    scene.fallsSilent(volunteer);
    await scene.passes(volunteerGrace + firstSettings.volunteerLease - 1);
    expect(await losesVolunteer()).toBe('still-here');
    await scene.passes(1);
    expect(await losesVolunteer()).toBe('returned');
    expect(await losesVolunteer()).toBe('already-over');
    expect(await stores.lines.inOrder(line)).toEqual([caller.id, 'bo']);
    expect(await stores.lines.find(line, conversation.caller)).toEqual({
      id: caller.id,
      at: 'waiting',
      place: conversation.openedAt,
      joinedAt: conversation.openedAt,
      since: 'listener-lost',
      language: 'fr',
      resting: new Map(),
    });
    expect(await scene.where(volunteer)).toBeUndefined();
  });

  it('[CV4] who was given back is the first to be offered', async () => {
    const { scene, caller, volunteer, losesVolunteer } = await aScene();
    await scene.closesTab(volunteer);
    await scene.passes(volunteerGrace);
    await losesVolunteer();
    await scene.volunteerIsFree('walt');
    const offer = await scene.offers();
    expect(offer).toMatchObject({ caller: caller.id, volunteer: 'walt' });
    expect(await scene.takes(offer)).toMatchObject({ caller: caller.id, volunteer: 'walt' });
  });

  it('[CV4] a volunteer who came back in time goes on', async () => {
    const { scene, volunteer, losesVolunteer } = await aScene();
    await scene.closesTab(volunteer);
    await scene.passes(volunteerGrace - 1);
    await scene.opensTab(volunteer);
    await scene.passes(seconds(5));
    expect(await losesVolunteer()).toBe('still-here');
    expect(await scene.where(volunteer)).toBe('talking');
  });

  it('[I8] a loss of a conversation that is over touches nobody who went on', async () => {
    const { scene, stores, line, conversation, losesCaller, losesVolunteer } = await aScene();
    await stores.conversations.end(line, conversation, scene.now);
    await scene.volunteerIsFree('walt');
    const next = await scene.takes(await scene.offers());
    await scene.closesTab(theVolunteer(volunteerId('vera')));
    await scene.passes(minutes(10));
    expect(await losesCaller()).toBe('already-over');
    expect(await losesVolunteer()).toBe('already-over');
    expect(await stores.conversations.find(line, next.id)).toEqual(next);
    expect(await scene.where(theVolunteer(conversation.volunteer))).toBe('breather');
  });

  it('[CV2] what never was is over', async () => {
    const { scene, stores, line, conversation, caller } = await aScene();
    const never: Conversation = { ...conversation, id: conversationId('never') };
    expect(await stores.conversations.find(line, never.id)).toBeUndefined();
    expect(await stores.conversations.end(line, never, scene.now)).toBe('already-over');
    expect(await scene.where(caller)).toBe('talking');
  });
}
