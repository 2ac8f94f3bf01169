// The counters as the desk reads them: today, on this line, without anybody.
import { expect, it } from '@jest/globals';
import { firstLine, hours, lineId, minutes } from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AssociationMemoryStore } from '../../test/harness/memory/association.memory-store.js';
import { CountersMemoryStore } from '../../test/harness/memory/counters.memory-store.js';
import { AssociationService } from '../association/association.service.js';
import { CountersService } from './counters.service.js';

const line = firstLine.id;
const emptyDay = { arrived: 0, answered: 0, leftWaiting: 0, medianWait: null };

async function counting() {
  const clock = new FakeClock(); // 21 November, 22:00 UTC: 23:00 on the line
  const associations = new AssociationService(new AssociationMemoryStore(), clock, {});
  await associations.seed();
  return { clock, counters: new CountersService(new CountersMemoryStore(), associations, clock) };
}

it('[CT1] counts who arrived, was answered, and left while waiting', async () => {
  const { counters } = await counting();
  await counters.arrived(line);
  await counters.arrived(line);
  await counters.leftWaiting(line);
  await counters.answered(line, minutes(7));
  expect(await counters.today(line)).toEqual({
    arrived: 2,
    answered: 1,
    leftWaiting: 1,
    medianWait: '5-to-10',
  });
});

it('[CT1] the day ends at midnight of the line, not of the machine', async () => {
  const { counters, clock } = await counting();
  await counters.arrived(line);
  clock.advance(hours(1) - 1);
  expect(await counters.today(line)).toMatchObject({ arrived: 1 });
  clock.advance(1);
  expect(await counters.today(line)).toEqual(emptyDay);
});

it('[CT2] the median band holds the middle answered wait', async () => {
  const { counters } = await counting();
  for (const waited of [minutes(0.5), minutes(30), minutes(50)]) await counters.answered(line, waited);
  expect(await counters.today(line)).toMatchObject({ medianWait: '25-to-45' });
});

it('[CT2] there is no median while nobody was answered', async () => {
  const { counters } = await counting();
  await counters.leftWaiting(line);
  expect(await counters.today(line)).toMatchObject({ leftWaiting: 1, medianWait: null });
});

it('[CT3] a count on a line that cannot be looked up hurts nobody', async () => {
  const clock = new FakeClock();
  class Out extends AssociationMemoryStore {
    override async lines(): Promise<never> {
      throw new Error('out');
    }
  }
  const associations = new AssociationService(new Out(), clock, {});
  const counters = new CountersService(new CountersMemoryStore(), associations, clock);
  await expect(counters.arrived(line)).resolves.toBeUndefined();
  await expect(counters.today(line)).rejects.toThrow('out');
});

it('[CT3] a line that is not served is not counted', async () => {
  const { counters } = await counting();
  await counters.arrived(lineId('never-was'));
  expect(await counters.today(lineId('never-was'))).toBe('no-such-line');
});
