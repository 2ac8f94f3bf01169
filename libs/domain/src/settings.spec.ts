// The lengths a line lives by stand in a certain order, without which its rules would get in each other's way; what breaks it is refused.
import { describe, expect, it } from '@jest/globals';
import { faultsIn, firstSettings, type LineSettings } from './settings.js';
import { hours, minutes, seconds } from './time.js';

const today = '2026-11-21';
const { offerStands, callerGrace, conversationGrace, volunteerGrace } = firstSettings;

it('[PR1] a lease outlives a ping and its whole time to answer', () => {
  const { pingEvery, pingWithin, callerLease, volunteerLease } = firstSettings;
  expect([pingEvery, pingWithin]).toEqual([seconds(10), seconds(8)]);
  for (const lease of [callerLease, volunteerLease]) expect(lease).toBeGreaterThan(pingEvery + pingWithin);
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

describe('settings that cannot hold', () => {
  const never = { ...firstSettings.hours, weekly: firstSettings.hours.weekly.map(() => []) };
  const noel = { day: '2026-12-24', spans: [{ from: '20:00', until: '24:00' }] } as const;
  const refused: [Partial<LineSettings>, string, string][] = [
    [{ hardCap: -1 }, 'hardCap', 'not-positive'],
    [{ recallAbove: -1 }, 'recallAbove', 'not-positive'],
    [{ breather: 0 }, 'breather', 'not-positive'],
    [{ hopelessAfter: 0.5 }, 'hopelessAfter', 'not-whole'],
    [{ hardCap: Infinity }, 'hardCap', 'not-whole'],
    [{ offerStands: volunteerGrace }, 'offerStands', 'longer-than-a-grace'],
    [{ volunteerGrace: callerGrace }, 'volunteerGrace', 'longer-than-the-caller-waits'],
    [{ hardCap: 5 }, 'recallAbove', 'not-below-the-cap'],
    [{ waitLimit: 240_000 }, 'waitLimit', 'shorter-than-the-grace'],
    [{ silenceAsk: 300_000 }, 'silenceAsk', 'not-after-the-other'],
    [{ pingEvery: 0 }, 'pingEvery', 'not-positive'],
    [{ pingWithin: 10_000 }, 'pingWithin', 'not-before-the-next'],
    [{ callerLease: 18_000 }, 'callerLease', 'shorter-than-a-ping'],
    [{ volunteerLease: 18_000 }, 'volunteerLease', 'shorter-than-a-ping'],
    [{ pingEvery: 12_000 }, 'volunteerLease', 'shorter-than-a-ping'],
    [{ volunteerLease: 150_000 }, 'volunteerLease', 'longer-than-the-caller-waits'],
    [{ hours: never }, 'hours', 'never-opens'],
    [{ hours: { ...never, exceptions: [{ ...noel, day: '2026-11-20' }] } }, 'hours', 'never-opens'],
    [{ hours: { ...never, exceptions: [{ ...noel, spans: [] }] } }, 'hours', 'never-opens'],
    [{ hours: { ...firstSettings.hours, exceptions: [noel, { ...noel, spans: [] }] } }, 'hours', 'day-twice'],
    [{ elsewhere: [{ name: 'x', text: 'y', href: 'javascript:alert(1)' }] }, 'elsewhere', 'not-a-link'],
    [{ exitTo: 'http://example.org' }, 'exitTo', 'not-a-page'],
    [{ exitTo: 'javascript:alert(1)' }, 'exitTo', 'not-a-page'],
    [{ exitTo: 'https:// ' }, 'exitTo', 'not-a-page'],
    [{ exitTo: `https://example.org/${'a'.repeat(200)}` }, 'exitTo', 'not-a-page'],
  ];

  it.each(refused)('[ST1, ST2, ST3] %j is refused at %s: %s', (change, field, why) =>
    expect(faultsIn({ ...firstSettings, ...change }, today)).toContainEqual({ field, why }),
  );

  it('[ST1, ST2, ST3] those a line starts with hold', () => {
    expect(faultsIn(firstSettings, today)).toEqual([]);
    const elsewhere = [
      { name: 'SOS', text: 'Téléphone', href: 'tel:0972394050' },
      { name: 'Site', text: 'Une autre ligne', href: 'https://ailleurs.example/' },
    ];
    expect(faultsIn({ ...firstSettings, elsewhere }, today)).toEqual([]);
  });

  it('[ST3] one exceptional night is enough, until it is over', () => {
    const settings = { ...firstSettings, hours: { ...never, exceptions: [noel] } };
    expect(faultsIn(settings, noel.day)).toEqual([]);
    expect(faultsIn(settings, '2026-12-25')).toEqual([{ field: 'hours', why: 'never-opens' }]);
  });
});
