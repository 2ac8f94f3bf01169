// A thousand races over two nodes: two volunteers answer one offer at once, and exactly one wins each.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import {
  aFreeVolunteer,
  aWaitingCaller,
  type CallerTab,
  isOffered,
  type VolunteerTab,
} from '../harness/people.js';

const RACES = 1_000;
const AT_ONCE = 25;

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2, settings: { BREATHER_SECONDS: '0.001' } });
});
afterAll(() => service.end());

it('[I10] [I2] of two volunteers who answer one offer over two nodes, exactly one wins: a thousand times', async () => {
  const callers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, nth) => aWaitingCaller(service, nth % 2)),
  );
  // One after the other: the house makes so many passwords at once and no more.
  const volunteers: VolunteerTab[] = [];
  for (let nth = 0; nth < AT_ONCE; nth += 1) volunteers.push((await aFreeVolunteer(service, nth % 2)).tab);
  const wins: number[] = [];
  while (wins.length < RACES) {
    const offers = await Promise.all(volunteers.map(isOffered));
    const round = await Promise.all(
      volunteers.map((one, nth) => race(offers[nth] ?? '', one, volunteers[(nth + 1) % AT_ONCE] ?? one)),
    );
    wins.push(...round);
    await Promise.all([...callers.map(goesRound), ...volunteers.map(isFreeAgain)]);
  }
  expect(wins).toHaveLength(RACES);
  expect(wins.filter((won) => won !== 1)).toEqual([]);
});

/** How many of two answers at once, from two nodes, are told that they have the caller. */
async function race(offer: string, one: VolunteerTab, other: VolunteerTab): Promise<number> {
  const replies = await Promise.all([one, other].map((tab) => tab.ask('offer.accept', { offer })));
  expect(replies.filter((reply) => 'refused' in reply)).toHaveLength(1);
  return replies.filter((reply) => 'answer' in reply).length;
}

/** Ends the conversation and stands in the line again. */
async function goesRound(caller: CallerTab): Promise<void> {
  const talking = await caller.until('caller.is', ({ at }) => at === 'talking');
  if (talking.at !== 'talking') throw new Error('a caller who was taken talks');
  await caller.ask('conversation.end', { conversation: talking.conversation });
  await caller.until('caller.is', ({ at }) => at === 'gone');
  expect(await caller.ask('line.join', {})).toHaveProperty('answer');
}

async function isFreeAgain(volunteer: VolunteerTab): Promise<void> {
  await volunteer.until('volunteer.is', ({ at }) => at === 'breather');
  await volunteer.ask('shift.free', {});
}
