// The lengths a line lives by stand in a certain order, without which its rules would get in each other's way.
import { expect, it } from '@jest/globals';
import { firstSettings, leases } from './settings.js';
import { hours, minutes, seconds } from './time.js';

const { offerStands, callerGrace, conversationGrace, volunteerGrace } = firstSettings;

it('[PR1] a lease outlives one ping that is lost, and the answer to the next', () => {
  const pingEvery = seconds(10);
  const answerWithin = seconds(8);
  for (const lease of [leases.caller, leases.volunteer])
    expect(lease).toBeGreaterThan(pingEvery + answerWithin);
});

it('[OF7] an offer nobody answers is over long before anybody is given up', () => {
  for (const grace of [callerGrace, conversationGrace, volunteerGrace])
    expect(offerStands).toBeLessThan(grace);
});

it('[CV4] a caller outwaits the volunteer who left them', () => {
  expect(volunteerGrace).toBeLessThan(callerGrace);
  expect(volunteerGrace).toBeLessThan(conversationGrace);
});

it('[PR1] lengths are milliseconds', () => {
  expect([seconds(1), minutes(1), hours(1)]).toEqual([1_000, 60_000, 3_600_000]);
});
