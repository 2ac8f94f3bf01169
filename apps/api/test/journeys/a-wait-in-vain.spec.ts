// The line has room for some of those who come at once, and nobody waits for ever: both are told, and leave nothing.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aCaller, aWaitingCaller } from '../harness/people.js';
import { LineRunner } from '../harness/run-the-line.js';

let service: Service;
let runner: LineRunner;
beforeAll(async () => {
  service = await aService({
    nodes: 2,
    settings: { CALLER_GRACE_SECONDS: '1', VOLUNTEER_GRACE_SECONDS: '0.6' },
  });
  runner = await LineRunner.of(service);
});
afterAll(() => service.end());

const lives = async (chosen: Record<string, number>) => {
  const { status } = await runner.chooses({ offerStands: 500, stillThere: 300, awayTold: 100, ...chosen });
  if (status !== 200) throw new Error('settings were refused');
  await eventually(async () => expect(await runner.settings(1)).toMatchObject(chosen));
};

it('[LN8] ten come at once where there is room for three', async () => {
  await lives({ hardCap: 3, recallAbove: 2 });
  const pages = Array.from({ length: 10 }, (_, nth) => aCaller(service, nth % 2));
  await Promise.all(pages.map((page) => page.until('caller.is', ({ at }) => at === 'outside')));
  const replies = await Promise.all(pages.map((page) => page.ask('line.join', {})));
  const refused = pages.filter((_, nth) => 'refused' in (replies[nth] ?? {}));
  expect(refused).toHaveLength(7);
  for (const page of refused) await page.until('caller.is', ({ at }) => at === 'outside');
  expect(await service.live.client.keys('*:caller:*')).toHaveLength(6); // three callers, three tabs
  for (const page of pages) await page.ask('line.leave', {});
});

it('[LN7] who waited too long is told so', async () => {
  const caller = await aWaitingCaller(service, 1);
  await lives({ hardCap: 200, waitLimit: 1_500 });
  await caller.until('caller.is', (is) => is.at === 'gone' && is.why === 'waited-too-long');
  expect(await service.live.client.keys('*:caller:*')).toEqual([]);
});
