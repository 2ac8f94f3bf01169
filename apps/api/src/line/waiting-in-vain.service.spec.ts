// Waiting in vain, as the service sees it: who is told when, whatever alarms do, and what a full line keeps of nobody.
import { expect, it } from '@jest/globals';
import { accountId, firstSettings, minutes, seconds } from '@veille/domain';
import { aLiveService, type Given } from '../../test/harness/live-service.js';
import { theCaller } from '../../test/harness/scene.js';
import { callerLeft } from './line.facts.js';

const { waitLimit } = firstSettings;

async function aScene(given: Given = {}) {
  const service = await aLiveService(given);
  const left = service.told(callerLeft);
  const caller = await service.callerComes();
  return { service, caller, left };
}

it('[LN7] the sweep lets go of who waited so long, once, and tells how long it was', async () => {
  const { service, caller, left } = await aScene();
  await service.passes(waitLimit - 1);
  await service.isSwept();
  expect(left).toEqual([]);
  await service.passes(1);
  await service.isSwept();
  expect(left).toMatchObject([{ caller, why: 'waited-too-long', waited: waitLimit }]);
  await service.isSwept();
  expect(left).toHaveLength(1);
  expect(service.memory.of(service.line).callerTabs.size).toBe(0);
});

it('[LN7] one alarm a line lets go of each at their moment, and no alarm of hours names anybody', async () => {
  const { service, caller, left } = await aScene();
  await service.passes(minutes(1));
  const second = await service.callerComes();
  expect(service.alarms.waiting('line-outwaits')).toBe(1);
  expect(await service.alarms.carrying([caller, second])).toEqual([]);
  await service.passes(waitLimit - minutes(1));
  expect(left).toMatchObject([{ caller, why: 'waited-too-long', waited: waitLimit }]);
  await service.passes(minutes(1));
  expect(left).toMatchObject([{ caller }, { caller: second, waited: waitLimit }]);
  expect(service.alarms.waiting('line-outwaits')).toBe(0);
});

it('[LN7, I8] the alarm of one who left before lets nobody go, and arms the next', async () => {
  const { service, caller, left } = await aScene();
  await service.passes(minutes(1));
  const second = await service.callerComes();
  await service.done(service.lines.leave(service.line, caller));
  await service.passes(waitLimit - minutes(1));
  await service.done(service.alarms.ringAllAgain());
  expect(left).toMatchObject([{ caller, why: 'left' }]);
  await service.passes(minutes(1));
  expect(left).toMatchObject([{ caller }, { caller: second, why: 'waited-too-long' }]);
});

it('[LN7, AL2] a lost alarm is repaired by the sweep, and those after it ring again', async () => {
  const service = await aLiveService();
  const left = service.told(callerLeft);
  service.alarms.areLost = true;
  await service.callerComes();
  await service.passes(minutes(1));
  await service.callerComes();
  service.alarms.areLost = false;
  await service.passes(waitLimit - minutes(1));
  expect(left).toEqual([]);
  await service.isSwept();
  expect(left).toHaveLength(1);
  await service.passes(minutes(1));
  expect(left).toHaveLength(2);
});

it('[LN7, ST5] a limit chosen meanwhile is kept at its own moment', async () => {
  const { service, caller, left } = await aScene();
  await service.done(
    service.associations.choose(service.line, { waitLimit: minutes(10) }, accountId('cora')),
  );
  await service.passes(minutes(10));
  expect(left).toMatchObject([{ caller, why: 'waited-too-long', waited: minutes(10) }]);
});

it('[LN7] who was heard and given back stays, and a line without a limit lets nobody go', async () => {
  const { service, caller, left } = await aScene();
  const vera = await service.volunteerStarts('vera');
  const { id } = await service.offerOf(vera);
  await service.done(service.offers.accept(service.line, id, vera));
  const talk = await service.conversations.of(service.line, theCaller(caller));
  if (!talk) throw new Error('a conversation that was accepted is there');
  await service.done(service.conversations.handBack(service.line, talk, vera));
  await service.passes(waitLimit + minutes(1));
  await service.isSwept();
  expect(await service.where(theCaller(caller))).toBe('waiting');
  expect(left).toEqual([]);
  const patient = await aScene({ settings: { waitLimit: 0 } });
  await patient.service.passes(waitLimit + minutes(1));
  await patient.service.isSwept();
  expect(patient.left).toEqual([]);
});

it('[LN8, I7] who found the line full is nowhere', async () => {
  const { service, caller } = await aScene({ settings: { hardCap: 1, recallAbove: 0 } });
  await service.passes(seconds(1));
  const late = service.lines.nameCaller();
  await service.opensTab(theCaller(late));
  expect(await service.done(service.lines.join(service.line, late))).toBe('full');
  const { callers, callerTabs } = service.memory.of(service.line);
  expect([[...callers.keys()], [...callerTabs.keys()]]).toEqual([[caller], [caller]]);
});
