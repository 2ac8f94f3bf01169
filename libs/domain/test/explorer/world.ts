// What the explorer walks through: a line, whose tabs answer, and who has still to come back after the live store was lost.
import type { CallerId, OfferId, VolunteerId } from '../../src/ids.js';
import { callerId, offerId, volunteerId } from '../../src/ids.js';
import type { Language } from '../../src/language.js';
import { emptyLine, type LiveLine } from '../../src/live-line.js';
import type { Person } from '../../src/presence.js';
import type { Remembered } from '../../src/rebuild.js';
import type { Instant } from '../../src/time.js';

export const volunteers: readonly VolunteerId[] = ['vera', 'walt'].map(volunteerId);
export const everybody = ({ callers }: World): Person[] => [
  ...callers.map((id): Person => ({ role: 'caller', id })),
  ...volunteers.map((id): Person => ({ role: 'volunteer', id })),
];

/** A tick of the clock; whatever lasts lasts so many of them, few enough that all of it is walked through. */
export const tick = 3_000;
export const lasts = {
  lease: tick,
  callerGrace: 2 * tick,
  conversationGrace: 2 * tick,
  volunteerGrace: tick,
  stillThere: tick,
  offerStands: tick,
  breather: tick,
  pairRests: tick,
  missesBeforeAway: 2,
} as const;

export type World = {
  readonly line: LiveLine;
  /** So many at once; who comes after one who left has a name of their own. */
  readonly callers: readonly CallerId[];
  readonly now: Instant;
  /** Whose tab answers: its lease is renewed at every tick. */
  readonly living: ReadonlySet<CallerId | VolunteerId>;
  /** What the tabs of those remember who were in a live store that was lost. */
  readonly memories: ReadonlyMap<CallerId | VolunteerId, Remembered>;
  /** Whether the live store was lost already: once is enough. */
  readonly lost: boolean;
  /** Whose stay ended when it was lost, as of when: their node remembers, and has still to say so. */
  readonly ended: ReadonlyMap<CallerId, Instant>;
  /** What each of the callers asks to be heard in, whoever they are, and what each volunteer hears people in. */
  readonly asks: readonly Language[];
  readonly hears: readonly ReadonlySet<Language>[];
  /** Who has waited so long, and was never heard, is let go; 0: nobody is. */
  readonly waitLimit: number;
  /** Whether it may be lost before a tab was given the ticket of the step before. */
  readonly sealsLate: boolean;
  /** How many names were given: every offer and every newcomer has one of their own. */
  readonly named: number;
};

export const start: World = {
  line: emptyLine,
  callers: ['ana', 'bo', 'chloe'].map(callerId),
  now: 1_000 * tick,
  living: new Set(),
  memories: new Map(),
  lost: false,
  ended: new Map(),
  asks: ['fr', 'fr', 'fr'],
  hears: [new Set(['fr']), new Set(['fr'])],
  waitLimit: 0,
  sealsLate: false,
  named: 0,
};

/** One caller asks for what only one volunteer hears people in. */
export const inTwoLanguages: World = {
  ...start,
  asks: ['fr', 'fr', 'en'],
  hears: [new Set(['fr']), new Set(['fr', 'en'])],
};
/** A tab may remember its person as they were one step ago. */
export const sealedLate: World = { ...start, sealsLate: true };

/** Nobody waits for longer than three ticks without being heard (LN7). */
export const inVain: World = { ...start, waitLimit: 3 * tick };

export const nextOffer = ({ named }: World): OfferId => offerId(`offer-${named}`);
export const newcomer = ({ named }: World): CallerId => callerId(`newcomer-${named}`);
