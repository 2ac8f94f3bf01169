// What an installation serves, as its service tells it: from memory, with a clock that stands still.
import { expect, it } from '@jest/globals';
import {
  dayOn,
  firstLine,
  firstPost,
  firstSettings,
  hours,
  type KeptLine,
  lineId,
  minutes,
  seconds,
  type LineSettings,
} from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AssociationMemoryStore } from '../../test/harness/memory/association.memory-store.js';
import { AssociationService } from './association.service.js';

/** A store whose readings are counted, and that can be out. */
class WatchedStore extends AssociationMemoryStore {
  readings = 0;
  isOut = false;

  override async lines(): Promise<KeptLine[]> {
    this.readings += 1;
    if (this.isOut) throw new Error('out');
    return super.lines();
  }
}

function aService(imposed: Partial<LineSettings> = {}) {
  const store = new WatchedStore();
  const clock = new FakeClock();
  return { store, clock, associations: new AssociationService(store, clock, imposed) };
}

it('[AS1] a new installation serves one line, from one post', async () => {
  const { associations } = aService();
  expect(await associations.seed()).toBe('seeded');
  const line = { ...firstLine, settings: firstSettings };
  expect(await associations.line(firstLine.id)).toEqual(line);
  expect(await associations.lines()).toEqual([line]);
  expect(await associations.posts(firstLine.association)).toEqual([firstPost]);
});

it('[AS1] a second start finds what is there', async () => {
  const { associations } = aService();
  await associations.seed();
  expect(await associations.seed()).toBe('already-there');
  expect(await associations.lines()).toHaveLength(1);
});

it('[AS1] what a start begins with is served at once, even to who asked before', async () => {
  const { associations } = aService();
  expect(await associations.lines()).toEqual([]);
  await associations.seed();
  expect(await associations.lines()).toHaveLength(1);
});

it('[AS2] what the environment names goes before everything else', async () => {
  const { associations } = aService({ offerStands: seconds(3) });
  await associations.seed();
  expect(await associations.line(firstLine.id)).toMatchObject({
    settings: { ...firstSettings, offerStands: seconds(3) },
  });
});

it('[AS6] what is chosen is served at once, and what cannot hold changes nothing', async () => {
  const { associations } = aService();
  await associations.seed();
  expect(await associations.choose(firstLine.id, { breather: minutes(7) })).toBe('changed');
  expect(await associations.choose(firstLine.id, { mode: 'draining' })).toBe('changed');
  const refused = await associations.choose(firstLine.id, { hardCap: -1 });
  expect(refused).toEqual({ field: 'hardCap', why: 'not-positive' });
  const settings = { ...firstSettings, breather: minutes(7), mode: 'draining' };
  expect(await associations.line(firstLine.id)).toMatchObject({ settings });
  expect(await associations.choose(lineId('never-was'), {})).toBe('no-such-line');
});

it('[AS7] a choice that would not hold beside what is imposed changes nothing', async () => {
  const { associations } = aService({ offerStands: seconds(110) });
  await associations.seed();
  const before = await associations.line(firstLine.id);
  const refused = await associations.choose(firstLine.id, { volunteerGrace: seconds(100) });
  expect(refused).toEqual({ field: 'offerStands', why: 'longer-than-a-grace' });
  expect(await associations.line(firstLine.id)).toEqual(before);
});

it('[AS7] what did not hold before keeps nobody from closing the line', async () => {
  const { associations } = aService({ offerStands: hours(1) });
  await associations.seed();
  expect(await associations.choose(firstLine.id, { mode: 'closed-now' })).toBe('changed');
  expect(await associations.choose(firstLine.id, { offerStands: hours(1) })).toMatchObject({
    field: 'offerStands',
  });
});

it('[AS7] [ST3] an exceptional night that is over keeps nobody from closing the line, and is refused as the only hours', async () => {
  const { associations, clock } = aService();
  await associations.seed();
  const weekly = firstSettings.hours.weekly.map(() => []);
  const only = (at: number) => ({
    hours: {
      weekly,
      closedOn: [],
      exceptions: [{ day: dayOn(firstLine, at), spans: [{ from: '20:00', until: '24:00' }] }],
    },
  });
  expect(await associations.choose(firstLine.id, only(clock.now()))).toBe('changed');
  clock.advance(hours(48));
  expect(await associations.choose(firstLine.id, { mode: 'closed-now' })).toBe('changed');
  const past = await associations.choose(firstLine.id, only(clock.now() - hours(48)));
  expect(past).toEqual({ field: 'hours', why: 'never-opens' });
});

it('[AS3] a line is read once in a few seconds, whatever is asked', async () => {
  const { associations, store, clock } = aService();
  await associations.seed();
  await Promise.all([associations.line(firstLine.id), associations.line(lineId('never-was'))]);
  expect(await associations.line(lineId('nor-this'))).toBe('no-such-line');
  expect(store.readings).toBe(1);
  clock.advance(seconds(2));
  await associations.line(firstLine.id);
  expect(store.readings).toBe(2);
});

it('[AS4] while the kept store is out, known lines are served', async () => {
  const { associations, store, clock } = aService();
  await associations.seed();
  await associations.lines();
  store.isOut = true;
  clock.advance(minutes(1));
  expect(await associations.line(firstLine.id)).toMatchObject({ name: 'Ligne principale' });
  clock.advance(minutes(1));
  expect(await associations.line(firstLine.id)).toMatchObject({ name: 'Ligne principale' });
});

it('[AS4] a line asked for before anything is known is an outage, and is asked for again', async () => {
  const { associations, store } = aService();
  await associations.seed();
  store.isOut = true;
  await expect(associations.line(firstLine.id)).rejects.toThrow();
  store.isOut = false;
  expect(await associations.line(firstLine.id)).toMatchObject({ name: 'Ligne principale' });
});
