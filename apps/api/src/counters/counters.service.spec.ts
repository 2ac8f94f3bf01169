// The counters as the desk reads them: today, on this line, without anybody.
import { expect, it } from '@jest/globals';
import { firstLine, firstPost, hours, lineId, minutes, placeId } from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AssociationMemoryStore } from '../../test/harness/memory/association.memory-store.js';
import { CountersMemoryStore } from '../../test/harness/memory/counters.memory-store.js';
import { AssociationService } from '../association/association.service.js';
import { CountersService } from './counters.service.js';

const line = firstLine.id;

async function counting() {
  const clock = new FakeClock(); // 21 November, 22:00 UTC: 23:00 on the line
  const associations = new AssociationService(new AssociationMemoryStore(), clock, {});
  await associations.seed();
  const counters = new CountersService(new CountersMemoryStore(), associations, clock);
  const today = async () => {
    const said = await counters.today(line);
    if (said === 'no-such-line') throw new Error('the line is there');
    return said;
  };
  return { clock, counters, today };
}

it('[CT1] what was never counted is 0', async () => {
  const { today } = await counting();
  const { counts, hours: byHour, places } = await today();
  expect(new Set(Object.values(counts))).toEqual(new Set([0]));
  expect([byHour, places]).toEqual([[], []]);
});

it('[CT1] counts what happened, and nothing else', async () => {
  const { counters, today } = await counting();
  await counters.count(line, ['offered', 'admitted']);
  await counters.count(line, ['offered', 'refused-full']);
  const { counts } = await today();
  expect(counts).toMatchObject({ offered: 2, admitted: 1, 'refused-full': 1, answered: 0 });
});

it('[CT6] counts by the hour of the line, by the place, and by bands', async () => {
  const { counters, today, clock } = await counting();
  await counters.count(line, ['offered', 'admitted']);
  clock.advance(-hours(2));
  await counters.count(line, ['offered', 'admitted']);
  await counters.count(line, ['answered'], { waited: minutes(7), from: firstPost.id });
  await counters.count(line, ['answered'], { waited: minutes(12), from: placeId('home') });
  await counters.count(line, ['ended-by-caller'], { lasted: minutes(40), from: firstPost.id });
  expect(await today()).toMatchObject({
    hours: [
      {
        hour: 21,
        counts: { offered: 1, admitted: 1, answered: 2, 'ended-by-caller': 1 },
        waits: { '5-to-10': 1, '10-to-25': 1 },
        lengths: { '30-to-60': 1 },
      },
      { hour: 23, counts: { offered: 1, admitted: 1 }, waits: {}, lengths: {} },
    ],
    places: [
      {
        name: firstPost.name,
        counts: { answered: 1, 'ended-by-caller': 1 },
        waits: { '5-to-10': 1 },
        lengths: { '30-to-60': 1 },
      },
      { name: null, counts: { answered: 1 }, waits: { '10-to-25': 1 }, lengths: {} },
    ],
    waits: { '5-to-10': 1, '10-to-25': 1, 'over-45': 0 },
    lengths: { '30-to-60': 1, 'under-5': 0 },
  });
});

it('[CT1] the day ends at midnight of the line, not of the machine', async () => {
  const { counters, clock, today } = await counting();
  await counters.count(line, ['offered']);
  clock.advance(hours(1) - 1);
  expect((await today()).counts['offered']).toBe(1);
  clock.advance(1);
  expect((await today()).counts['offered']).toBe(0);
});

it('[CT2] the median band holds the middle answered wait', async () => {
  const { counters, today } = await counting();
  for (const waited of [minutes(0.5), minutes(30), minutes(50)])
    await counters.count(line, ['answered'], { waited });
  expect(await today()).toMatchObject({ medianWait: '25-to-45' });
});

it('[CT2] there is no median while nobody was answered', async () => {
  const { counters, today } = await counting();
  await counters.count(line, ['left']);
  expect(await today()).toMatchObject({ counts: { left: 1 }, medianWait: null });
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
  await expect(counters.count(line, ['offered'])).resolves.toBeUndefined();
  await expect(counters.today(line)).rejects.toThrow('out');
});

it('[CT3] a line that is not served is not counted', async () => {
  const { counters } = await counting();
  await counters.count(lineId('never-was'), ['offered']);
  expect(await counters.today(lineId('never-was'))).toBe('no-such-line');
});
