// The line as its service runs it: a place that is kept for a while, and given up once.
import { describe, expect, it } from '@jest/globals';
import { callerId, emptyLine, firstSettings, lineId, minutes, seconds } from '@veille/domain';
import { aLiveService } from '../../test/harness/live-service.js';
import { theCaller } from '../../test/harness/scene.js';
import { callerJoined, callerLeft, callerReady } from './line.facts.js';

const { callerGrace } = firstSettings;

async function aScene() {
  const service = await aLiveService();
  const left = service.told(callerLeft);
  const caller = await service.callerComes();
  return { service, caller, left, line: service.line };
}

it('[LN1] whoever joins is told to be here, and to be ready for an offer', async () => {
  const service = await aLiveService();
  const [joined, ready] = [service.told(callerJoined), service.told(callerReady)];
  const caller = await service.callerComes();
  expect(joined).toEqual([{ line: service.line, caller }]);
  expect(ready).toEqual([{ line: service.line, caller }]);
  expect(await service.lines.rankOf(service.line, caller)).toBe(1);
});

it('[LN2] joining twice is told once', async () => {
  const { service, caller, line } = await aScene();
  const joined = service.told(callerJoined);
  expect(await service.lines.join(line, caller)).toBe('already-here');
  expect(joined).toEqual([]);
});

it('[LN1] no two stays have the same name', async () => {
  const { service } = await aScene();
  const names = Array.from({ length: 1_000 }, () => service.lines.nameCaller());
  expect(new Set(names).size).toBe(1_000);
  for (const name of names) expect(name).toMatch(/^[\w-]{22}$/);
});

it('[LN1] tells how many wait, how many of them are offered, and how long the first has waited', async () => {
  const { service, line } = await aScene();
  await service.passes(minutes(2));
  await service.callerComes();
  expect(await service.lines.queue(line)).toEqual({ waiting: 2, offered: 0, longest: minutes(2) });
  await service.volunteerStarts('vera');
  expect(await service.lines.queue(line)).toEqual({ waiting: 1, offered: 1, longest: minutes(2) });
});

it('[LN3, I7] who leaves is told so once, and nothing of them is anywhere', async () => {
  const { service, caller, left, line } = await aScene();
  expect(await service.done(service.lines.leave(line, caller))).toBe('left');
  expect(await service.done(service.lines.leave(line, caller))).toBe('not-in-line');
  expect(left).toMatchObject([{ line, caller, why: 'left', offer: undefined }]);
  expect(service.memory.of(line)).toEqual(emptyLine);
});

describe('a caller whose tab is away', () => {
  it('[LN4, I7] has the place until the alarm rings, and then nothing of them is anywhere', async () => {
    const { service, caller, left, line } = await aScene();
    await service.closesTab(theCaller(caller));
    await service.passes(callerGrace - 1);
    expect(await service.lines.rankOf(line, caller)).toBe(1);
    await service.passes(1);
    expect(left).toMatchObject([{ line, caller, why: 'lost', offer: undefined }]);
    expect(service.memory.of(line)).toEqual(emptyLine);
  });

  it('[LN4, AL1, I8] and is back in time, stays, whatever alarms ring', async () => {
    const { service, caller, left, line } = await aScene();
    await service.closesTab(theCaller(caller));
    await service.passes(callerGrace - 1);
    await service.opensTab(theCaller(caller));
    await service.passes(minutes(10));
    await service.done(service.alarms.ringAllAgain());
    expect(left).toEqual([]);
    expect(await service.lines.rankOf(line, caller)).toBe(1);
  });

  it('[LN4] twice, is given a whole grace each time', async () => {
    const { service, caller, left } = await aScene();
    await service.closesTab(theCaller(caller));
    await service.passes(callerGrace - seconds(1));
    await service.opensTab(theCaller(caller));
    await service.closesTab(theCaller(caller));
    await service.passes(callerGrace - 1);
    expect(left).toEqual([]);
    await service.passes(1);
    expect(left).toHaveLength(1);
  });

  it('[AL2] leaves by the sweep when the alarm was lost', async () => {
    const { service, caller, left } = await aScene();
    service.alarms.areLost = true;
    await service.closesTab(theCaller(caller));
    await service.passes(callerGrace - 1);
    await service.isSwept();
    expect(left).toEqual([]);
    await service.passes(1);
    await service.isSwept();
    await service.isSwept();
    expect(left).toMatchObject([{ caller, why: 'lost' }]);
  });

  it('[AL2] leaves by the sweep when nobody heard that the tab closed: its node died', async () => {
    const { service, caller, left, line } = await aScene();
    service.fallsSilent(theCaller(caller));
    await service.passes(firstSettings.callerLease + callerGrace);
    await service.isSwept();
    expect(left).toMatchObject([{ caller, why: 'lost' }]);
    expect(service.memory.of(line)).toEqual(emptyLine);
  });
});

it('[I7] a tab that never joined is forgotten when it is gone', async () => {
  const { service, caller, line } = await aScene();
  const stranger = theCaller(callerId('stranger'));
  await service.opensTab(stranger);
  await service.closesTab(stranger);
  await service.passes(callerGrace);
  await service.isSwept();
  expect([...service.memory.of(line).callerTabs.keys()]).toEqual([caller]);
});

it('[LN1] a line that is not served is an outage, not an answer', async () => {
  const { service } = await aScene();
  await expect(service.lines.settings(lineId('never-was'))).rejects.toThrow();
});
