// Overflow over two nodes: a full line refuses, and that it started and ended is stated once.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { overflowEnded, overflowStarted } from '../../src/overflow/overflow.facts.js';
import { Facts } from '../../src/platform/facts.js';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aCaller, aWaitingCaller } from '../harness/people.js';
import { LineRunner } from '../harness/run-the-line.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
});
afterAll(() => service.end());

it('[OV4] [OV6] [OV9] a full line refuses; overflow starts and ends once over two nodes', async () => {
  const stated: string[] = [];
  for (const { app } of service.nodes) {
    app.get(Facts).when(overflowStarted, () => void stated.push('started'));
    app.get(Facts).when(overflowEnded, () => void stated.push('ended'));
  }
  const runner = await LineRunner.of(service);
  await runner.chooses({ hardCap: 2, recallAbove: 1 });
  await eventually(async () => expect(await runner.settings(1)).toMatchObject({ hardCap: 2 }));
  const callers = [await aWaitingCaller(service, 0), await aWaitingCaller(service, 1)];
  await eventually(() => expect(stated).toEqual(['started']));
  const late = aCaller(service, 1);
  expect(await late.ask('line.join', {})).toEqual({ refused: 'full' });
  for (const caller of callers) await caller.ask('line.leave', {});
  await eventually(() => expect(stated).toEqual(['started', 'ended']));
  expect(await late.ask('line.join', {})).toEqual({ answer: {} });
});
