// Too many wait: volunteers who are off or away and wished it are called, once, on whatever node, and nobody is moved.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aVolunteer, aWaitingCaller } from '../harness/people.js';
import { LineRunner } from '../harness/run-the-line.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
  const runner = await LineRunner.of(service);
  await runner.chooses({ recallAbove: 1 });
  await eventually(async () => expect(await runner.settings(1)).toMatchObject({ recallAbove: 1 }));
});
afterAll(() => service.end());

it('[RC1, RC2] who is off or away and wished it is called once, and told when it is over', async () => {
  const [near, far, silent] = [
    (await aVolunteer(service, 0)).tab,
    (await aVolunteer(service, 1)).tab,
    (await aVolunteer(service, 1)).tab,
  ];
  await far.ask('shift.start', { place: 'home' });
  await far.ask('shift.away', {});
  for (const tab of [near, far])
    expect(await tab.ask('recall.wish', { wished: true })).toEqual({ answer: {} });
  const callers = [await aWaitingCaller(service, 0), await aWaitingCaller(service, 1)];
  for (const tab of [near, far])
    expect(await tab.until('line.recall', ({ called }) => called)).toEqual({ called: true, waiting: 2 });
  callers.push(await aWaitingCaller(service, 1));
  await near.until('line.queue', ({ waiting }) => waiting === 3);
  for (const caller of callers) await caller.ask('line.leave', {});
  for (const tab of [near, far]) await tab.until('line.recall', ({ called }) => !called);
  expect([near, far, silent].map((tab) => tab.told('line.recall').length)).toEqual([2, 2, 0]);
  expect(near.last('volunteer.is')?.at).toBe('off');
  expect(far.last('volunteer.is')?.at).toBe('away');
});

it('[RC1] who is free is not called, nor who took the wish back', async () => {
  const { tab: free } = await aVolunteer(service, 0);
  const { tab: changed } = await aVolunteer(service, 0);
  const { tab: called } = await aVolunteer(service, 1);
  for (const tab of [free, changed, called]) await tab.ask('recall.wish', { wished: true });
  await changed.ask('recall.wish', { wished: false });
  await free.ask('shift.start', { place: 'home' });
  const callers = [await aWaitingCaller(service, 0), await aWaitingCaller(service, 0)];
  callers.push(await aWaitingCaller(service, 1), await aWaitingCaller(service, 1));
  await called.until('line.recall', (told) => told.called);
  await free.until('volunteer.is', ({ at }) => at === 'offered');
  expect([...changed.told('line.recall'), ...free.told('line.recall')]).toEqual([]);
  for (const caller of callers) await caller.ask('line.leave', {});
  await called.until('line.recall', (told) => !told.called);
});
