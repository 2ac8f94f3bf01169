// A caller who was heard, waits again and goes: what the day's numbers and the line's patience say of it.
import { expect, it } from '@jest/globals';
import { firstSettings, minutes } from '@veille/domain';
import { anOverflow } from '../test/harness/an-overflow.js';
import { CountersMemoryStore } from '../test/harness/memory/counters.memory-store.js';
import { CountersService } from './counters/counters.service.js';
import { Counting } from './counting.js';

const { volunteerGrace, callerGrace } = firstSettings;

/** A caller who waited two minutes, and talks. */
async function aTalk() {
  const { service, store, line, clock } = await anOverflow();
  const counters = new CountersService(new CountersMemoryStore(), service.associations, clock);
  new Counting(counters, service.facts).onModuleInit();
  const caller = await service.callerComes();
  await service.passes(minutes(2));
  const volunteer = await service.volunteerStarts('vera');
  const { id } = await service.offerOf(volunteer);
  await service.done(service.offers.accept(line, id, volunteer));
  const conversation = await service.conversations.of(line, { role: 'caller', id: caller });
  if (!conversation) throw new Error('the two talk');
  const today = async () => {
    const said = await counters.today(line);
    if (said === 'no-such-line') throw new Error('the line is there');
    const counts = Object.fromEntries(Object.entries(said.counts).filter(([, count]) => count > 0));
    return { counts, lengths: said.lengths };
  };
  const recent = () => store.recent(line, clock.now());
  return { service, line, caller, volunteer, conversation, today, recent };
}

it('[CT7, OV2] given back to the line, they leave: heard once, and their talk is no wait', async () => {
  const { service, line, caller, volunteer, conversation, today, recent } = await aTalk();
  await service.passes(minutes(20));
  await service.done(service.conversations.handBack(line, conversation, volunteer));
  await service.passes(minutes(1));
  await service.done(service.lines.leave(line, caller));
  const { counts, lengths } = await today();
  expect(counts).toEqual({
    ...{ offered: 1, admitted: 1, answered: 1 },
    ...{ 'handed-over': 1, 'not-heard-again': 1 },
  });
  expect(lengths).toMatchObject({ '15-to-30': 1 });
  expect(await recent()).toEqual({
    ...{ arrivals: 1, conversations: 1, talked: minutes(20) },
    ...{ leavers: 0, waited: minutes(2) },
  });
});

it('[CT8, CT7, OV2] their volunteer is lost: the talk has its length and its end, and then they are lost too', async () => {
  const { service, caller, volunteer, today, recent } = await aTalk();
  await service.passes(minutes(8));
  await service.closesTab({ role: 'volunteer', id: volunteer });
  await service.passes(volunteerGrace);
  await service.isSwept();
  const talked = minutes(8) + volunteerGrace;
  expect(await recent()).toMatchObject({ conversations: 1, talked });
  await service.closesTab({ role: 'caller', id: caller });
  await service.passes(firstSettings.callerLease + callerGrace);
  await service.isSwept();
  const { counts, lengths } = await today();
  expect(counts).toEqual({
    ...{ offered: 1, admitted: 1, answered: 1 },
    ...{ interrupted: 1, 'ended-by-listener-lost': 1, dropped: 1, 'not-heard-again': 1 },
  });
  expect(lengths).toMatchObject({ '5-to-15': 1 });
  expect(await recent()).toEqual({
    ...{ arrivals: 1, conversations: 1, talked },
    ...{ leavers: 0, waited: minutes(2) },
  });
});

it('[CT7, OV2] who was never heard left before being heard, and shows a patience that ended', async () => {
  const { service, line, today, recent } = await aTalk();
  const other = await service.callerComes();
  await service.passes(minutes(3));
  await service.done(service.lines.leave(line, other));
  expect((await today()).counts).toEqual({ offered: 2, admitted: 2, answered: 1, left: 1 });
  expect(await recent()).toMatchObject({ leavers: 1, waited: minutes(5) });
});
