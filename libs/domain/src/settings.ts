// What a line lives by: lengths, hours, limits. Each line has its own; these are where they start, and what cannot hold.
import { faultInAccent } from './accent.js';
import { faultInLanguages, type Language, type LanguagesFault } from './language.js';
import { faultInHours, type HoursFault, type LineMode, type OpeningHours } from './opening.js';
import type { Day } from './local-time.js';
import { type Duration, hours, minutes, seconds } from './time.js';

/** Somewhere else to turn to, shown while a line is closed or full. `href` is `tel:`, `sms:`, `mailto:` or `https:`. */
export type Elsewhere = { readonly name: string; readonly text: string; readonly href: string };

export type LineSettings = {
  /** How long a caller is asked, before a volunteer is, whether they are still there; 0: nobody is asked. */
  stillThere: Duration;
  /** How long an offer stands before the caller is offered to somebody else. */
  offerStands: Duration;
  /** Offers a volunteer may leave unanswered before being set away. */
  missesBeforeAway: number;
  /** How long after a decline the same two are not brought together again. */
  pairRests: Duration;
  /** The rest proposed after a conversation. */
  breather: Duration;
  /** How long a caller's place is kept for a tab that is gone. */
  callerGrace: Duration;
  /** How long a conversation is kept for a caller's tab that is gone, */
  conversationGrace: Duration;
  /** and for a volunteer's. */
  volunteerGrace: Duration;
  /** Who has waited so long, and was never heard, is told that they wait in vain; 0: nobody is. */
  waitLimit: Duration;
  /** After so long without a word, a gentle sentence is suggested to the volunteer, */
  silenceNudge: Duration;
  /** and after so long the caller is asked softly whether they are still there. */
  silenceAsk: Duration;
  /** How long a volunteer's tab is away before their caller is told; 0: at once. */
  awayTold: Duration;
  /** How often a page is asked for a sign of life, */
  pingEvery: Duration;
  /** and how long it has to answer before its socket is closed: a frozen page keeps it open. */
  pingWithin: Duration;
  /** How long the lease of a caller's tab holds after its last sign of life, */
  callerLease: Duration;
  /** and of a volunteer's. */
  volunteerLease: Duration;
  /** What people may ask to be heard in; the first is the line's main language. */
  languages: readonly Language[];
  /** By its hours, or by a coordinator's decision. */
  mode: LineMode;
  hours: OpeningHours;
  /** Open only while a volunteer is on shift. */
  onlyIfSomeone: boolean;
  /** Nobody joins when so many are in the line. */
  hardCap: number;
  /** Nobody joins who would wait longer than this. */
  hopelessAfter: Duration;
  /** With more than so many waiting, the line needs help. */
  recallAbove: number;
  /** What the first page of the line says before anything else; empty for the words of the house. */
  welcomeText: string;
  /** The line's own colour by night and by day, as `#rrggbb`; empty for those of the house. */
  accentNight: string;
  accentDay: string;
  /** What a closed page says; empty for the words of the house. */
  closedText: string;
  /** Where a closed or full page leads; empty for the words of the house. */
  elsewhere: readonly Elsewhere[];
  /** The page of another site that the quick exit puts in place of ours; empty for the one of the house. */
  exitTo: string;
};

const evening = [{ from: '20:00', until: '02:00' }] as const;

export const firstSettings: LineSettings = {
  stillThere: seconds(8),
  offerStands: seconds(25),
  missesBeforeAway: 2,
  pairRests: minutes(2),
  breather: minutes(5),
  callerGrace: minutes(4),
  conversationGrace: minutes(5),
  volunteerGrace: minutes(2),
  waitLimit: hours(2),
  silenceNudge: minutes(5),
  silenceAsk: minutes(15),
  awayTold: seconds(45),
  pingEvery: seconds(10),
  pingWithin: seconds(8),
  callerLease: seconds(30),
  volunteerLease: seconds(20),
  languages: ['fr'],
  // A new installation works at whatever hour it is tried.
  mode: 'open-now',
  hours: {
    weekly: [evening, evening, evening, evening, evening, evening, evening],
    closedOn: [],
    exceptions: [],
  },
  onlyIfSomeone: false,
  hardCap: 200,
  hopelessAfter: minutes(45),
  recallAbove: 5,
  welcomeText: '',
  accentNight: '',
  accentDay: '',
  closedText: '',
  elsewhere: [],
  exitTo: '',
};

/** The names of the settings that are others in the one than in the other (AU6). */
export function fieldsChanged(before: Partial<LineSettings>, after: Partial<LineSettings>): string[] {
  const was = new Map(Object.entries({ ...firstSettings, ...before }));
  const is = Object.entries({ ...firstSettings, ...after });
  return is
    .filter(([name, value]) => JSON.stringify(was.get(name)) !== JSON.stringify(value))
    .map(([name]) => name);
}

export type SettingsFault = {
  readonly field: keyof LineSettings;
  readonly why:
    | HoursFault
    | LanguagesFault
    | 'not-a-colour'
    | 'too-faint'
    | 'not-positive'
    | 'not-whole'
    | 'longer-than-a-grace'
    | 'longer-than-the-caller-waits'
    | 'not-below-the-cap'
    | 'not-after-the-other'
    | 'shorter-than-the-grace'
    | 'not-before-the-next'
    | 'shorter-than-a-ping'
    | 'not-a-link'
    | 'not-a-page';
};

const positive = [
  'offerStands',
  'missesBeforeAway',
  'breather',
  'callerGrace',
  'conversationGrace',
  'volunteerGrace',
  'silenceNudge',
  'silenceAsk',
  'hardCap',
  'hopelessAfter',
  'pingEvery',
  'pingWithin',
  'callerLease',
  'volunteerLease',
] as const;
const notNegative = ['awayTold', 'stillThere', 'pairRests', 'recallAbove', 'waitLimit'] as const;

/** What cannot hold in these settings, field by field, on the line’s day `today`; empty when a line can live by them (ST1–ST4, ST7). */
export function faultsIn(settings: LineSettings, today: Day): SettingsFault[] {
  return [...faultsInLengths(settings), ...faultsOfOpening(settings, today), ...faultsOfColours(settings)];
}

/** Of these, what cannot hold among counts and lengths (ST1, ST2). */
export function faultsInLengths(settings: LineSettings): SettingsFault[] {
  return [...faultsOfNumbers(settings), ...faultsOfOrder(settings), ...faultsOfPresence(settings)];
}

function faultsOfNumbers(settings: LineSettings): SettingsFault[] {
  const numbers = [...positive, ...notNegative];
  return [
    ...numbers
      .filter((field) => !Number.isSafeInteger(settings[field]))
      .map((field) => ({ field, why: 'not-whole' }) as const),
    ...positive
      .filter((field) => settings[field] <= 0)
      .map((field) => ({ field, why: 'not-positive' }) as const),
    ...notNegative
      .filter((field) => settings[field] < 0)
      .map((field) => ({ field, why: 'not-positive' }) as const),
  ];
}

/** Lengths stand in a certain order, without which the rules get in each other's way (OF7, CV4). */
function faultsOfOrder(settings: LineSettings): SettingsFault[] {
  const { stillThere, offerStands, volunteerGrace, callerGrace, conversationGrace, recallAbove, hardCap } =
    settings;
  const shortest = Math.min(volunteerGrace, callerGrace, conversationGrace);
  const outlasts = volunteerGrace >= Math.min(callerGrace, conversationGrace);
  return [
    ...(settings.awayTold >= volunteerGrace
      ? [{ field: 'awayTold', why: 'longer-than-a-grace' } as const]
      : []),
    ...(stillThere >= shortest ? [{ field: 'stillThere', why: 'longer-than-a-grace' } as const] : []),
    ...(offerStands >= shortest ? [{ field: 'offerStands', why: 'longer-than-a-grace' } as const] : []),
    ...(outlasts ? [{ field: 'volunteerGrace', why: 'longer-than-the-caller-waits' } as const] : []),
    ...(settings.waitLimit > 0 && settings.waitLimit <= callerGrace
      ? [{ field: 'waitLimit', why: 'shorter-than-the-grace' } as const]
      : []),
    ...(settings.silenceAsk <= settings.silenceNudge
      ? [{ field: 'silenceAsk', why: 'not-after-the-other' } as const]
      : []),
    ...(recallAbove >= hardCap ? [{ field: 'recallAbove', why: 'not-below-the-cap' } as const] : []),
  ];
}

/**
 * A page is not asked again before it had its time to answer; who answers in the last instant still has their lease (PR1);
 * and of two whose tabs fall silent together the volunteer is given up first (CV4).
 */
function faultsOfPresence(settings: LineSettings): SettingsFault[] {
  const { pingEvery, pingWithin, callerLease, volunteerLease } = settings;
  const roundTrip = pingEvery + pingWithin;
  const callerGoneAfter = callerLease + Math.min(settings.callerGrace, settings.conversationGrace);
  return [
    ...(pingWithin >= pingEvery ? [{ field: 'pingWithin', why: 'not-before-the-next' } as const] : []),
    ...(callerLease <= roundTrip ? [{ field: 'callerLease', why: 'shorter-than-a-ping' } as const] : []),
    ...(volunteerLease <= roundTrip
      ? [{ field: 'volunteerLease', why: 'shorter-than-a-ping' } as const]
      : []),
    ...(volunteerLease + settings.volunteerGrace >= callerGoneAfter
      ? [{ field: 'volunteerLease', why: 'longer-than-the-caller-waits' } as const]
      : []),
  ];
}

/** Nobody who must not be seen is led over an open line, nor to an address no browser reads. */
const isPage = (address: string): boolean =>
  address.length <= 200 && /^https:\/\/[a-z0-9][a-z0-9.-]*(?::\d+)?(?:[/?#]\S*)?$/i.test(address);

function faultsOfOpening({ hours, languages, elsewhere, exitTo }: LineSettings, today: Day): SettingsFault[] {
  const why = faultInHours(hours, today);
  const unspeakable = faultInLanguages(languages);
  const leads = elsewhere.every(({ href }) =>
    /^(?:tel:\+?\d+|sms:\d+|mailto:\S+@\S+|https:\/\/\S+)$/.test(href),
  );
  return [
    ...(why ? [{ field: 'hours', why } as const] : []),
    ...(unspeakable ? [{ field: 'languages', why: unspeakable } as const] : []),
    ...(leads ? [] : [{ field: 'elsewhere', why: 'not-a-link' } as const]),
    ...(exitTo === '' || isPage(exitTo) ? [] : [{ field: 'exitTo', why: 'not-a-page' } as const]),
  ];
}

function faultsOfColours({ accentNight, accentDay }: LineSettings): SettingsFault[] {
  const [night, day] = [faultInAccent(accentNight, 'night'), faultInAccent(accentDay, 'day')];
  return [
    ...(night ? [{ field: 'accentNight', why: night } as const] : []),
    ...(day ? [{ field: 'accentDay', why: day } as const] : []),
  ];
}
