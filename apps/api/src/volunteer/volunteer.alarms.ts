// The alarms of shifts: a volunteer's tab is away, and the shift is kept only so long; and a breather has an end.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lineId, volunteerId } from '@veille/domain';
import * as v from 'valibot';
import { LineService } from '../line/line.service.js';
import { alarm, Alarms } from '../platform/alarms/alarms.js';
import { Facts } from '../platform/facts.js';
import { presenceDropped } from '../presence/presence.facts.js';
import { breatherBegan } from './volunteer.facts.js';
import { VolunteerService } from './volunteer.service.js';

/** `tab` is the version: a volunteer who came back has a newer one, and their lease answers for itself. */
export const volunteerLapses = alarm(
  'volunteer-lapses',
  v.strictObject({
    line: v.pipe(v.string(), v.transform(lineId)),
    volunteer: v.pipe(v.string(), v.transform(volunteerId)),
    tab: v.number(),
  }),
  ({ volunteer, tab }) => `${volunteer}_${tab}`,
);

/** `until` is the version: a breather after another conversation has another end. */
export const breatherEnds = alarm(
  'breather-ends',
  v.strictObject({
    line: v.pipe(v.string(), v.transform(lineId)),
    volunteer: v.pipe(v.string(), v.transform(volunteerId)),
    until: v.number(),
  }),
  ({ volunteer, until }) => `${volunteer}_${until}`,
);

@Injectable()
export class VolunteerAlarms implements OnModuleInit {
  constructor(
    private readonly volunteers: VolunteerService,
    private readonly lines: LineService,
    private readonly alarms: Alarms,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.alarms.answer(volunteerLapses, ({ line, volunteer }) => this.volunteers.lapse(line, volunteer));
    this.alarms.answer(breatherEnds, ({ line, volunteer, until }) =>
      this.volunteers.breatherEnds(line, volunteer, until),
    );
    this.facts.when(breatherBegan, (breather) => this.alarms.arm(breatherEnds, breather, breather.until));
    this.facts.when(presenceDropped, async ({ line, person, tab, at }) => {
      if (person.role !== 'volunteer') return;
      const { volunteerGrace } = await this.lines.settings(line);
      await this.alarms.arm(volunteerLapses, { line, volunteer: person.id, tab }, at + volunteerGrace);
    });
  }
}
