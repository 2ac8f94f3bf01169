// The desk sees how many are where, and what today was like; never anybody.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { accepts, aDesk, aFreeVolunteer, aWaitingCaller, isOffered } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
});
afterAll(() => service.end());

it('[VO8] [CT2] [CT5] the desk sees waiting, offered, talking and free now, and today’s counters', async () => {
  const desk = await aDesk(service, 1);
  const nobody = { waiting: 0, offered: 0, talking: 0, free: 0, breather: 0, away: 0 };
  await desk.until('desk.now', ({ board }) => equal(board, nobody));
  const leaver = await aWaitingCaller(service);
  await aWaitingCaller(service);
  await desk.until('desk.now', ({ board }) => equal(board, { ...nobody, waiting: 2 }));
  await leaver.ask('line.leave', {});
  const { tab: volunteer } = await aFreeVolunteer(service);
  await isOffered(volunteer);
  await desk.until('desk.now', ({ board }) => equal(board, { ...nobody, offered: 1 }));
  await aFreeVolunteer(service);
  await accepts(volunteer);
  const { today } = await desk.until('desk.now', ({ board }) =>
    equal(board, { ...nobody, talking: 1, free: 1 }),
  );
  const { counts, medianWait, hours, places } = today;
  expect(counts).toMatchObject({ offered: 2, admitted: 2, answered: 1, left: 1, 'refused-full': 0 });
  expect(medianWait).toBe('under-1');
  expect(hours).toMatchObject([{ counts: { offered: 2, left: 1, answered: 1 }, waits: { 'under-1': 1 } }]);
  expect(places).toEqual([{ name: null, counts: { answered: 1 }, waits: { 'under-1': 1 }, lengths: {} }]);
  const welcome = desk.last('desk.welcome');
  expect(Object.keys(welcome?.meanings ?? {}).sort()).toEqual(Object.keys(counts).sort());
});

const equal = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
