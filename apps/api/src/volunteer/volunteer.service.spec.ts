// Shifts as their service runs them: what is told, and how one ends that nobody stops.
import { describe, expect, it } from '@jest/globals';
import { emptyLine, firstSettings, placeId, volunteerId } from '@veille/domain';
import { aLiveService } from '../../test/harness/live-service.js';
import { theVolunteer } from '../../test/harness/scene.js';
import { shiftChanged, volunteerReady } from './volunteer.facts.js';

const { volunteerGrace } = firstSettings;
const vera = volunteerId('vera');

async function aScene() {
  const service = await aLiveService();
  await service.volunteerStarts('vera');
  const changed = service.told(shiftChanged);
  const ready = service.told(volunteerReady);
  return { service, shifts: service.volunteers, line: service.line, changed, ready };
}

it('[VO1] starting a shift twice is told once', async () => {
  const { shifts, line, changed, ready } = await aScene();
  expect(await shifts.startShift(line, vera, { from: placeId('central') })).toBe('already-on-shift');
  expect([changed, ready]).toEqual([[], []]);
});

it.each([
  { says: 'nothing', languages: undefined, said: 'free', spoken: ['fr'] },
  { says: 'some of the line’s', languages: ['ar', 'en'], said: 'free', spoken: ['ar', 'en'] },
  { says: 'what the line does not offer', languages: ['fr', 'es'], said: 'not-of-this-line', spoken: [] },
  { says: 'none', languages: [], said: 'not-of-this-line', spoken: [] },
])('[LG5] a shift of who says $says: $said', async ({ languages, said, spoken }) => {
  const service = await aLiveService();
  const { line, volunteers, associations } = service;
  await associations.choose(line, { languages: ['fr', 'en', 'ar'] });
  const shift = { from: placeId('home'), ...(languages && { languages }) };
  await service.opensTab(theVolunteer(vera));
  expect(await volunteers.startShift(line, vera, shift)).toBe(said);
  expect([...((await volunteers.find(line, vera))?.languages ?? [])]).toEqual(spoken);
});

it('[VO2, VO3, VO4] pausing, being free again and stopping are each told; only being free asks for a caller', async () => {
  const { shifts, line, changed, ready } = await aScene();
  expect(await shifts.goAway(line, vera)).toBe('away');
  expect([changed.length, ready.length]).toEqual([1, 0]);
  expect(await shifts.becomeFree(line, vera)).toBe('free');
  expect([changed.length, ready.length]).toEqual([2, 1]);
  expect(await shifts.stopShift(line, vera)).toBe('off');
  expect([changed.length, ready.length]).toEqual([3, 1]);
  expect(await shifts.find(line, vera)).toBeUndefined();
});

it('[VO2, VO3, VO4] what was refused is not told', async () => {
  const { service, shifts, line } = await aScene();
  await service.callerComes();
  const changed = service.told(shiftChanged);
  expect(await shifts.goAway(line, vera)).toBe('busy');
  expect(await shifts.stopShift(line, vera)).toBe('busy');
  expect(await shifts.becomeFree(line, vera)).toBe('busy');
  expect(await shifts.becomeFree(line, volunteerId('walt'))).toBe('off');
  expect(changed).toEqual([]);
});

it('[VO7] who is away and back is ready again, if they were free', async () => {
  const { service, shifts, line, ready } = await aScene();
  await service.closesTab(theVolunteer(vera));
  await service.opensTab(theVolunteer(vera));
  expect(ready).toHaveLength(1);
  await shifts.goAway(line, vera);
  await service.opensTab(theVolunteer(vera));
  expect(ready).toHaveLength(1);
});

describe('a volunteer whose tab is away', () => {
  it('[VO6, I7] is on shift until the alarm rings, and then nothing of them is anywhere', async () => {
    const { service, line, changed } = await aScene();
    await service.closesTab(theVolunteer(vera));
    await service.passes(volunteerGrace - 1);
    expect(await service.where(theVolunteer(vera))).toBe('free');
    await service.passes(1);
    expect(service.memory.of(line)).toEqual(emptyLine);
    expect(changed).toHaveLength(1);
  });

  it('[VO6, AL1, I8] and is back in time, stays on shift, whatever alarms ring', async () => {
    const { service } = await aScene();
    await service.closesTab(theVolunteer(vera));
    await service.passes(volunteerGrace - 1);
    await service.opensTab(theVolunteer(vera));
    await service.passes(volunteerGrace);
    await service.done(service.alarms.ringAllAgain());
    expect(await service.where(theVolunteer(vera))).toBe('free');
  });

  it('[VO6, AL2] is off by the sweep when the alarm was lost, or when their node died', async () => {
    const { service, line } = await aScene();
    service.fallsSilent(theVolunteer(vera));
    await service.passes(firstSettings.volunteerLease + volunteerGrace - 1);
    await service.isSwept();
    expect(await service.where(theVolunteer(vera))).toBe('free');
    await service.passes(1);
    await service.isSwept();
    expect(service.memory.of(line)).toEqual(emptyLine);
  });

  it('[VO6, I7] off shift already, leaves nothing either', async () => {
    const { service, shifts, line } = await aScene();
    await shifts.stopShift(line, vera);
    await service.closesTab(theVolunteer(vera));
    await service.passes(volunteerGrace);
    expect(service.memory.of(line)).toEqual(emptyLine);
  });
});

it('[VO6] who comes back in the very moment the shift lapses is off, and is not forgotten', async () => {
  const service = await aLiveService({
    stores: ({ volunteers }) => {
      const lapse = volunteers.lapse.bind(volunteers);
      volunteers.lapse = async (...given) => {
        const said = await lapse(...given);
        if (said === 'off') await service.presence.arrive(service.line, theVolunteer(vera));
        return said;
      };
      return { volunteers };
    },
  });
  await service.volunteerStarts('vera');
  await service.closesTab(theVolunteer(vera));
  await service.passes(volunteerGrace);
  expect(await service.where(theVolunteer(vera))).toBeUndefined();
  expect(await service.presence.isHere(service.line, theVolunteer(vera))).toBe(true);
  expect(await service.volunteers.startShift(service.line, vera, { from: placeId('home') })).toBe('free');
});

it('[VO8] the board counts by state', async () => {
  const service = await aLiveService();
  const { volunteers: shifts, line } = service;
  await service.talk('walt');
  for (const name of ['vera', 'xena']) await service.volunteerStarts(name);
  await shifts.goAway(line, volunteerId('xena'));
  expect(await shifts.board(line)).toMatchObject({ free: 1, offered: 0, talking: 1, breather: 0, away: 1 });
});
