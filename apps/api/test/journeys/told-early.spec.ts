// Who waits on a line that closes is told early, and who then leaves is counted as one who had no hope left.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { aDesk, aWaitingCaller } from '../harness/people.js';
import { LineRunner } from '../harness/run-the-line.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 1 });
});
afterAll(() => service.end());

it('[OV7] who waits is told early when an answer becomes unlikely', async () => {
  const waiting = await aWaitingCaller(service);
  expect(waiting.last('caller.is')).toMatchObject({ band: 'unknown', unlikely: false });
  await (await LineRunner.of(service)).decides('closed-now');
  await waiting.until('line.moved', ({ unlikely }) => unlikely);
  await waiting.ask('line.leave', {});
  const desk = await aDesk(service);
  await desk.until('desk.now', ({ today }) => today.counts.hopeless === 1);
});
