// Conversations as their service runs them: interrupted, ended by either, and cut when one of the two is lost.
import { describe, expect, it } from '@jest/globals';
import {
  emptyLine,
  firstSettings,
  leaseOf,
  minutes,
  type Person,
  seconds,
  stateOf,
  volunteerId,
} from '@veille/domain';
import { aLiveService } from '../../test/harness/live-service.js';
import { theVolunteer } from '../../test/harness/scene.js';
import { shiftChanged } from '../volunteer/volunteer.facts.js';
import { callerReturned, conversationEnded, peerChanged } from './conversation.facts.js';

const { breather, conversationGrace, volunteerGrace } = firstSettings;

async function aScene() {
  const service = await aLiveService();
  const talk = await service.talk();
  const { line } = service;
  const state = () => stateOf(service.memory.of(line), talk.conversation.id, service.clock.now());
  const told = {
    ended: service.told(conversationEnded),
    returned: service.told(callerReturned),
    peer: service.told(peerChanged),
  };
  return { service, line, ...talk, state, told };
}

describe.each(['caller', 'volunteer'] as const)('while the tab of the %s is away', (role) => {
  it('[CV1] the conversation is interrupted, and the other is told', async () => {
    const { service, state, told, ...talk } = await aScene();
    expect(state()).toEqual({ at: 'open' });
    await service.closesTab(talk[role]);
    expect(state()).toEqual({ at: 'interrupted', away: role });
    expect(told.peer).toMatchObject([{ who: role, peer: 'away' }]);
    await service.opensTab(talk[role]);
    expect(state()).toEqual({ at: 'open' });
    expect(told.peer).toMatchObject([{}, { who: role, peer: 'here' }]);
  });

  it('[CV1] even if nobody heard that it closed', async () => {
    const { service, state, ...talk } = await aScene();
    service.fallsSilent(talk[role]);
    await service.passes(leaseOf(firstSettings, role));
    expect(state()).toEqual({ at: 'interrupted', away: role });
  });
});

describe.each(['caller', 'volunteer'] as const)('ended by the %s', (by) => {
  it('[CV2, VO5, I7] both are told once; the volunteer has a breather, and of the caller nothing is anywhere', async () => {
    const { service, line, conversation, volunteer, state, told } = await aScene();
    expect(await service.done(service.conversations.end(line, conversation, by))).toBe('ended');
    expect(await service.done(service.conversations.end(line, conversation, by))).toBe('already-over');
    expect(state()).toEqual({ at: 'closed' });
    expect(told.ended).toMatchObject([{ conversation: conversation.id, by }]);
    const { callers, callerTabs, volunteers } = service.memory.of(line);
    expect([callers.size, callerTabs.size]).toEqual([0, 0]);
    const until = service.clock.now() + breather;
    expect([...volunteers.values()]).toMatchObject([{ id: volunteer.id, at: 'breather', until }]);
  });
});

it('[VO5] nothing happens when a breather is over', async () => {
  const { service, line, conversation, volunteer } = await aScene();
  await service.done(service.conversations.end(line, conversation, 'caller'));
  await service.callerComes();
  await service.passes(breather + minutes(1));
  await service.isSwept();
  expect(await service.where(volunteer)).toBe('breather');
});

it('[VO10] at the end of a breather its volunteer’s page is told, by an alarm that frees nobody', async () => {
  const { service, line, conversation, volunteer } = await aScene();
  await service.done(service.conversations.end(line, conversation, 'caller'));
  const changed = service.told(shiftChanged);
  await service.passes(breather - 1);
  await service.done(service.alarms.ringAllAgain());
  expect(changed).toEqual([]);
  await service.passes(1);
  expect(changed).toEqual([{ line, volunteer: volunteer.id }]);
  expect(await service.where(volunteer)).toBe('breather');
  await service.done(service.volunteers.becomeFree(line, volunteerId('vera')));
  const told = changed.length;
  await service.done(service.alarms.ringAllAgain());
  expect(changed).toHaveLength(told);
});

it('[VO10] a caller given on or lost is a breather as well', async () => {
  for (const ends of ['given-on', 'lost'] as const) {
    const { service, line, conversation, caller, volunteer } = await aScene();
    if (ends === 'given-on')
      await service.done(service.conversations.handBack(line, conversation, conversation.volunteer));
    else {
      await service.closesTab(caller);
      await service.passes(conversationGrace);
    }
    const changed = service.told(shiftChanged);
    await service.passes(breather);
    expect([ends, changed]).toEqual([ends, [{ line, volunteer: volunteer.id }]]);
  }
});

describe('a caller who is lost', () => {
  it('[CV3] past the grace of conversations ends it', async () => {
    const { service, caller, volunteer, told } = await aScene();
    await service.closesTab(caller);
    await service.passes(conversationGrace - 1);
    expect(told.ended).toEqual([]);
    await service.passes(1);
    expect(told.ended).toMatchObject([{ by: 'caller-lost' }]);
    expect(await service.where(volunteer)).toBe('breather');
    expect(await service.where(caller)).toBeUndefined();
  });

  it('[CV3, AL1, I8] and is back in time, talks on, whatever alarms ring', async () => {
    const { service, caller, told, state } = await aScene();
    await service.closesTab(caller);
    await service.passes(conversationGrace - 1);
    await service.opensTab(caller);
    await service.passes(conversationGrace);
    await service.done(service.alarms.ringAllAgain());
    expect(told.ended).toEqual([]);
    expect(state()).toEqual({ at: 'open' });
  });

  it('[CV3, AL2] is noticed by the sweep when the node of the caller died before the volunteer said yes', async () => {
    const service = await aLiveService();
    const vera = await service.volunteerStarts('vera');
    const caller: Person = { role: 'caller', id: await service.callerComes() };
    const ended = service.told(conversationEnded);
    service.fallsSilent(caller);
    const { id } = await service.offerOf(vera);
    await service.done(service.offers.accept(service.line, id, vera));
    await service.passes(firstSettings.callerLease + conversationGrace - 1);
    await service.isSwept();
    expect(ended).toEqual([]);
    await service.passes(1);
    await service.isSwept();
    expect(ended).toMatchObject([{ by: 'caller-lost' }]);
  });
});

describe('a volunteer who is lost', () => {
  it('[CV4, I6, I7] past the grace gives the caller back to the front, and is off', async () => {
    const { service, line, caller, volunteer, told } = await aScene();
    await service.passes(seconds(1));
    const next = await service.callerComes();
    await service.closesTab(volunteer);
    await service.passes(volunteerGrace - 1);
    expect(told.returned).toEqual([]);
    await service.passes(1);
    expect(told.returned).toMatchObject([{ caller: caller.id, volunteer: volunteer.id }]);
    expect(await service.lines.inOrder(line)).toEqual([caller.id, next]);
    expect(service.memory.of(line).volunteers).toEqual(emptyLine.volunteers);
    expect(service.memory.of(line).volunteerTabs).toEqual(emptyLine.volunteerTabs);
    expect(told.ended).toEqual([]);
  });

  it('[CV4, AL2] is noticed by the sweep when their node died', async () => {
    const { service, volunteer, told } = await aScene();
    service.fallsSilent(volunteer);
    await service.passes(firstSettings.volunteerLease + volunteerGrace - 1);
    await service.isSwept();
    expect(told.returned).toEqual([]);
    await service.passes(1);
    await service.isSwept();
    expect(told.returned).toHaveLength(1);
  });

  it('[CV4] with the caller away too, the caller waits again, and lapses like any other', async () => {
    const { service, line, caller, volunteer, told } = await aScene();
    await service.closesTab(caller);
    await service.closesTab(volunteer);
    await service.passes(volunteerGrace);
    expect(await service.where(caller)).toBe('waiting');
    await service.passes(firstSettings.callerGrace - volunteerGrace);
    await service.isSwept();
    expect(service.memory.of(line)).toEqual(emptyLine);
    expect(told.ended).toEqual([]);
  });
});

it('[CV2] an end is not the end of the next conversation', async () => {
  const { service, line, conversation, volunteer, told } = await aScene();
  const vera = volunteerId('vera');
  await service.done(service.conversations.end(line, conversation, 'caller'));
  await service.done(service.volunteers.becomeFree(line, vera));
  await service.callerComes();
  const { id } = await service.offerOf(vera);
  await service.done(service.offers.accept(line, id, vera));
  await service.passes(seconds(1));
  expect(await service.done(service.conversations.end(line, conversation, 'caller'))).toBe('already-over');
  expect(await service.where(volunteer)).toBe('talking');
  expect(told.ended).toHaveLength(1);
  expect(theVolunteer(vera)).toEqual(volunteer);
});
