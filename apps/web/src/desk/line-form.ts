// The settings of a line as one writes them in a form: lengths in minutes, hours as `20:00-02:00`, one thing a line.
import type { LineSettings } from '@veille/shared';

const lengths = {
  offerStands: 1_000,
  pairRests: 60_000,
  breather: 60_000,
  callerGrace: 60_000,
  conversationGrace: 60_000,
  volunteerGrace: 60_000,
  stillThere: 1_000,
  awayTold: 1_000,
  pingEvery: 1_000,
  pingWithin: 1_000,
  callerLease: 1_000,
  volunteerLease: 1_000,
  waitLimit: 60_000,
  silenceNudge: 60_000,
  silenceAsk: 60_000,
  hopelessAfter: 60_000,
  missesBeforeAway: 1,
  hardCap: 1,
  recallAbove: 1,
} as const;
export type NumberField = keyof typeof lengths;
export const numberFields = [
  'hopelessAfter',
  'waitLimit',
  'hardCap',
  'recallAbove',
  'stillThere',
  'offerStands',
  'missesBeforeAway',
  'pairRests',
  'breather',
  'callerGrace',
  'conversationGrace',
  'volunteerGrace',
  'awayTold',
  'silenceNudge',
  'silenceAsk',
  'pingEvery',
  'pingWithin',
  'callerLease',
  'volunteerLease',
] as const satisfies readonly NumberField[];

type Span = LineSettings['hours']['weekly'][number][number];

export type LineForm = {
  mode: LineSettings['mode'];
  onlyIfSomeone: boolean;
  languages: string;
  numbers: Record<NumberField, string>;
  /** Monday first. */
  weekly: { said: string }[];
  closedOn: string;
  exceptions: string;
  welcomeText: string;
  accentNight: string;
  accentDay: string;
  closedText: string;
  elsewhere: string;
  exitTo: string;
};

export function formOf(settings: LineSettings): LineForm {
  const { mode, onlyIfSomeone, languages, hours, elsewhere, exitTo } = settings;
  return {
    mode,
    onlyIfSomeone,
    languages: languages.join(', '),
    numbers: numbersWith((field) => String(settings[field] / lengths[field])),
    weekly: hours.weekly.map((spans) => ({ said: spansSaid(spans) })),
    closedOn: hours.closedOn.join('\n'),
    exceptions: hours.exceptions.map(({ day, spans }) => `${day} ${spansSaid(spans)}`.trim()).join('\n'),
    ...ownOf(settings),
    elsewhere: elsewhere.map(({ name, text, href }) => [name, text, href].join(' | ')).join('\n'),
    exitTo,
  };
}

/** What does not read as anything is sent as it is written: the service refuses it, and names the field. */
export function settingsOf(form: LineForm): LineSettings {
  const { mode, onlyIfSomeone } = form;
  const exitTo = form.exitTo.trim();
  const numbers = numbersWith((field) => Math.round(numberIn(form.numbers[field]) * lengths[field]));
  const exceptions = linesOf(form.exceptions).map((line) => {
    const [day = '', ...spans] = line.split(/\s+/);
    return { day, spans: spansIn(spans.join(' ')) };
  });
  const hours = {
    weekly: form.weekly.map(({ said }) => spansIn(said)),
    closedOn: linesOf(form.closedOn),
    exceptions,
  };
  const elsewhere = linesOf(form.elsewhere).map((line) => {
    const [name = '', text = '', href = ''] = line.split('|').map((part) => part.trim());
    return { name, text, href };
  });
  const languages = form.languages.toLowerCase().match(/[^\s,;]+/g) ?? [];
  return { mode, onlyIfSomeone, languages, ...ownOf(form), hours, elsewhere, exitTo, ...numbers };
}

/** What a line says and shows of itself is kept as it is written. */
const ownOf = ({ welcomeText, accentNight, accentDay, closedText }: Own): Own => ({
  welcomeText,
  accentNight,
  accentDay,
  closedText,
});
type Own = Pick<LineSettings, 'welcomeText' | 'accentNight' | 'accentDay' | 'closedText'>;

/** A number as it is written here, with a comma or a point; what is none is no number the service takes. */
const numberIn = (text: string): number => {
  const trimmed = text.trim().replace(',', '.');
  return trimmed === '' ? -1 : Number(trimmed);
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const spansSaid = (spans: readonly Span[]): string =>
  spans.map(({ from, until }) => `${from}-${until}`).join(', ');

const spansIn = (text: string): Span[] =>
  text
    .split(/[,;]/)
    .map((span) => span.trim())
    .filter((span) => span !== '')
    .map((span) => {
      const [from = '', until = ''] = span.split(/[-–]/).map((time) => time.trim());
      return { from: timeIn(from), until: timeIn(until) };
    });

/** `8h`, `8 h 30` and `8:30` are `08:00`, `08:30`. */
function timeIn(text: string): string {
  const [, hour = '', minute = '00'] = /^(\d{1,2})\s*(?:[h:]\s*(\d{2})?)?$/i.exec(text) ?? [];
  return hour === '' ? text : `${hour.padStart(2, '0')}:${minute}`;
}

function numbersWith<T>(make: (field: NumberField) => T): Record<NumberField, T> {
  return {
    hopelessAfter: make('hopelessAfter'),
    hardCap: make('hardCap'),
    recallAbove: make('recallAbove'),
    offerStands: make('offerStands'),
    missesBeforeAway: make('missesBeforeAway'),
    pairRests: make('pairRests'),
    breather: make('breather'),
    callerGrace: make('callerGrace'),
    conversationGrace: make('conversationGrace'),
    volunteerGrace: make('volunteerGrace'),
    stillThere: make('stillThere'),
    awayTold: make('awayTold'),
    waitLimit: make('waitLimit'),
    silenceNudge: make('silenceNudge'),
    silenceAsk: make('silenceAsk'),
    pingEvery: make('pingEvery'),
    pingWithin: make('pingWithin'),
    callerLease: make('callerLease'),
    volunteerLease: make('volunteerLease'),
  };
}
