// The settings an association chose for a line, as the kept store writes them: what it did not choose does not stand there.
import { lineModes } from '@veille/domain';
import * as v from 'valibot';

const number = v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)));
const spans = v.array(v.object({ from: v.string(), until: v.string() }));
const hours = v.object({
  weekly: v.array(spans),
  closedOn: v.array(v.string()),
  exceptions: v.array(v.object({ day: v.string(), spans })),
});

export const settingsRecord = v.object({
  stillThere: number,
  offerStands: number,
  missesBeforeAway: number,
  pairRests: number,
  breather: number,
  callerGrace: number,
  conversationGrace: number,
  volunteerGrace: number,
  awayTold: number,
  pingEvery: number,
  pingWithin: number,
  callerLease: number,
  volunteerLease: number,
  languages: v.exactOptional(v.array(v.string())),
  waitLimit: number,
  silenceNudge: number,
  silenceAsk: number,
  mode: v.exactOptional(v.picklist(lineModes)),
  hours: v.exactOptional(hours),
  onlyIfSomeone: v.exactOptional(v.boolean()),
  hardCap: number,
  hopelessAfter: number,
  recallAbove: number,
  welcomeText: v.exactOptional(v.string()),
  accentNight: v.exactOptional(v.string()),
  accentDay: v.exactOptional(v.string()),
  closedText: v.exactOptional(v.string()),
  exitTo: v.exactOptional(v.string()),
  elsewhere: v.exactOptional(v.array(v.object({ name: v.string(), text: v.string(), href: v.string() }))),
});
