// A line that is closed says so on every open page, on every node, refuses before anybody waits, and says until when.
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { aCaller, aDesk, aWaitingCaller } from '../harness/people.js';
import { LineRunner } from '../harness/run-the-line.js';

let service: Service;
let runner: LineRunner;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
  runner = await LineRunner.of(service);
});
/** Decisions are made on the first node, which lives by them at once; the other knows them within seconds. */
beforeEach(() => runner.decides('open-now'));
afterAll(() => service.end());

const outside = async (node: number) => {
  const page = aCaller(service, node);
  await page.until('caller.is', ({ at }) => at === 'outside');
  return page;
};

it('[OV11] [OP4] every page is told within seconds that the line closed, and that it opened again', async () => {
  const pages = [await outside(0), await outside(1)];
  await runner.decides('closed-now');
  for (const page of pages) await page.until('line.status', ({ is }) => is === 'closed');
  await runner.decides('open-now');
  for (const page of pages) await page.until('line.status', ({ is }) => is === 'open');
});

it('[OV4] [OV12] a closed line refuses with its word, and the page is told where it stands', async () => {
  const page = await outside(0);
  await runner.decides('closed-now');
  expect(await page.ask('line.join', {})).toEqual({ refused: 'closed' });
  await page.until('caller.is', (is) => is.at === 'outside' && is.line.is === 'closed');
  expect(page.told('caller.ticket')).toEqual([]);
});

it('[OP1] [OV12] a line that is closed by its hours says when it opens', async () => {
  const { hours } = await runner.settings();
  const none = Array.from({ length: 7 }, () => []);
  // In a year nobody doubts: by its hours the line is closed now, and opens on that day.
  const exceptions = [{ day: '2099-06-01', spans: [{ from: '20:30', until: '23:00' }] }];
  const far = await runner.chooses({ mode: 'by-hours', hours: { weekly: none, closedOn: [], exceptions } });
  expect(far.status).toBe(200);
  const page = await outside(0);
  expect(page.last('caller.is')).toMatchObject({ line: { is: 'closed', turns: null, today: [] } });
  const daily = Array.from({ length: 7 }, () => [{ from: '00:00', until: '24:00' }]);
  await runner.chooses({ mode: 'by-hours', hours: { weekly: daily, closedOn: [], exceptions: [] } });
  await page.until('line.status', ({ is, today }) => is === 'open' && today?.[0]?.until === '24:00');
  await runner.chooses({ hours });
});

it('[OP4] a draining line lets nobody new in, and who waits goes on waiting', async () => {
  const waiting = await aWaitingCaller(service, 0);
  await runner.decides('draining');
  const page = await outside(0);
  expect(await page.ask('line.join', {})).toEqual({ refused: 'draining' });
  expect(waiting.last('caller.is')?.at).toBe('waiting');
  await waiting.ask('line.leave', {});
});

it('[OV12] every desk is told the decision, and what was refused is counted', async () => {
  const desk = await aDesk(service, 1);
  await runner.decides('closed-now');
  await desk.until('desk.now', ({ opening }) => opening.mode === 'closed-now' && opening.is === 'closed');
  const before = desk.last('desk.now')?.today.counts['refused-closed'] ?? 0;
  await (await outside(0)).ask('line.join', {});
  await desk.until('desk.now', ({ today }) => today.counts['refused-closed'] === before + 1);
});
