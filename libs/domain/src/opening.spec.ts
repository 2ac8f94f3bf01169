// The hours of a line, on the days that are easy to get wrong.
import { describe, expect, it } from '@jest/globals';
import { faultInHours, openingAt, openOnlyIf, type OpeningHours, type Span, spansOn } from './opening.js';

const timeZone = 'Europe/Paris';
const at = (iso: string) => Date.parse(iso);
const week = (spans: readonly Span[]) => Array.from({ length: 7 }, () => spans);
const evenings: OpeningHours = {
  weekly: week([{ from: '20:00', until: '02:00' }]),
  closedOn: [],
  exceptions: [],
};
const byHours = (hours: OpeningHours, now: string) =>
  openingAt({ timeZone, mode: 'by-hours', hours }, at(now));
const open = (until: string) => ({ at: 'open', until: at(until) });
const closed = (until: string) => ({ at: 'closed', until: at(until) });

describe('by its hours', () => {
  it.each([
    ['before', '2026-11-21T12:00+01:00', closed('2026-11-21T20:00+01:00')],
    ['at the first moment', '2026-11-21T20:00+01:00', open('2026-11-22T02:00+01:00')],
    ['over midnight', '2026-11-22T01:59:59+01:00', open('2026-11-22T02:00+01:00')],
    ['at the end', '2026-11-22T02:00+01:00', closed('2026-11-22T20:00+01:00')],
  ])('[OP1] a line is open or closed, and until when: %s', (_when, now, said) =>
    expect(byHours(evenings, now)).toEqual(said),
  );

  it('[OP1] spans that touch are one, and what never ends has no end', () => {
    const afternoon = { from: '14:00', until: '20:00' };
    const two = { ...evenings, weekly: week([{ from: '20:00', until: '02:00' }, afternoon]) };
    expect(byHours(two, '2026-11-21T15:00+01:00')).toEqual(open('2026-11-22T02:00+01:00'));
    const always = { ...evenings, weekly: week([{ from: '00:00', until: '24:00' }]) };
    expect(byHours(always, '2026-11-21T15:00+01:00')).toEqual({ at: 'open', until: undefined });
    const round = { ...evenings, weekly: week([{ from: '20:00', until: '20:00' }]) };
    expect(byHours(round, '2026-11-21T15:00+01:00')).toEqual({ at: 'open', until: undefined });
  });

  it('[OP1] hours may skip most of a week', () => {
    const weekly = [...week([]).slice(0, 6), [{ from: '22:00', until: '01:00' }]];
    expect(byHours({ ...evenings, weekly }, '2026-11-23T12:00+01:00')).toEqual(
      closed('2026-11-29T22:00+01:00'),
    );
    expect(byHours({ ...evenings, weekly }, '2026-11-23T00:30+01:00')).toEqual(
      open('2026-11-23T01:00+01:00'),
    );
  });
});

describe('when the clocks change', () => {
  const night = { ...evenings, weekly: week([{ from: '22:00', until: '06:00' }]) };

  it('[OP2] the same times are shown in winter and in summer', () => {
    expect(byHours(evenings, '2026-07-14T12:00+02:00')).toEqual(closed('2026-07-14T20:00+02:00'));
  });

  it('[OP2] a night in spring is an hour shorter, and one in autumn an hour longer', () => {
    expect(byHours(night, '2027-03-27T23:00+01:00')).toEqual(open('2027-03-28T06:00+02:00'));
    expect(byHours(night, '2026-10-24T23:00+02:00')).toEqual(open('2026-10-25T06:00+01:00'));
  });

  it('[OP2] a time that comes twice opens at the first and closes at the last', () => {
    const until = { ...evenings, weekly: week([{ from: '22:00', until: '02:30' }]) };
    expect(byHours(until, '2026-10-24T23:00+02:00')).toEqual(open('2026-10-25T02:30+01:00'));
    const from = { ...evenings, weekly: week([{ from: '02:30', until: '05:00' }]) };
    expect(byHours(from, '2026-10-25T00:00+02:00')).toEqual(closed('2026-10-25T02:30+02:00'));
  });

  it('[OP2] a time that never comes is as long after the change', () => {
    const from = { ...evenings, weekly: week([{ from: '02:30', until: '05:00' }]) };
    expect(byHours(from, '2027-03-28T00:00+01:00')).toEqual(closed('2027-03-28T03:30+02:00'));
  });

  it('[OP2] a clock ahead of the date line has its own days', () => {
    const schedule = { timeZone: 'Pacific/Auckland', mode: 'by-hours', hours: evenings } as const;
    expect(openingAt(schedule, at('2026-11-21T07:30Z'))).toEqual(open('2026-11-21T13:00Z'));
  });
});

describe('days of their own', () => {
  const christmas: OpeningHours = {
    ...evenings,
    closedOn: ['2026-12-25', '2026-12-26'],
    exceptions: [{ day: '2026-12-26', spans: [{ from: '18:00', until: '23:00' }] }],
  };

  it('[OP3] nothing begins on a closed day; the night before runs to its end', () => {
    expect(byHours(christmas, '2026-12-25T01:00+01:00')).toEqual(open('2026-12-25T02:00+01:00'));
    expect(byHours(christmas, '2026-12-25T21:00+01:00')).toEqual(closed('2026-12-26T18:00+01:00'));
  });

  it('[OP3] an exceptional day goes before the week, and before a closed day', () => {
    expect(spansOn(christmas, '2026-12-26')).toEqual([{ from: '18:00', until: '23:00' }]);
    expect(byHours(christmas, '2026-12-26T23:30+01:00')).toEqual(closed('2026-12-27T20:00+01:00'));
  });
});

describe('decisions', () => {
  const now = at('2026-11-21T12:00+01:00');
  it.each([
    ['open-now', { at: 'open', until: undefined }],
    ['closed-now', { at: 'closed', until: undefined }],
    ['draining', { at: 'draining' }],
  ] as const)('[OP4] %s goes before the hours', (mode, said) =>
    expect(openingAt({ timeZone, mode, hours: evenings }, now)).toEqual(said),
  );

  it('[OP5] open only if someone is there', () => {
    const isOpen = { at: 'open', until: now + 1 } as const;
    expect(openOnlyIf(true, isOpen)).toEqual(isOpen);
    expect(openOnlyIf(false, isOpen)).toEqual({ at: 'closed', until: undefined });
    expect(openOnlyIf(false, { at: 'draining' })).toEqual({ at: 'draining' });
  });
});

describe('hours that cannot be', () => {
  const none = week([]);
  it.each([
    ['not-seven-days', { weekly: none.slice(1) }],
    ['not-a-day', { closedOn: ['2026-02-30'] }],
    ['not-a-day', { exceptions: [{ day: 'noël', spans: [] }] }],
    ['not-a-time', { weekly: week([{ from: '25:00', until: '26:00' }]) }],
    ['not-a-time', { weekly: week([{ from: '24:00', until: '02:00' }]) }],
    [
      'overlapping',
      {
        weekly: week([
          { from: '10:00', until: '14:00' },
          { from: '12:00', until: '16:00' },
        ]),
      },
    ],
    [
      'overlapping',
      {
        weekly: week([
          { from: '20:00', until: '02:00' },
          { from: '22:00', until: '23:00' },
        ]),
      },
    ],
    ['never-opens', { weekly: none }],
  ] as const)('[ST3] %s', (fault, change) =>
    expect(faultInHours({ ...evenings, ...change }, '2026-12-24')).toBe(fault),
  );

  it('[ST3] hours that hold have no fault, even if only one exceptional night opens', () => {
    expect(faultInHours(evenings, '2026-12-24')).toBeUndefined();
    const once = [{ day: '2026-12-24', spans: [{ from: '20:00', until: '24:00' }] }];
    const hours = { weekly: none, closedOn: [], exceptions: once };
    expect(faultInHours(hours, '2026-12-24')).toBeUndefined();
    expect(faultInHours(hours, '2026-12-25')).toBe('never-opens');
  });
});
