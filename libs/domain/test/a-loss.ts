// What is left after the live store was lost: an empty line in a new epoch, and what people remember, right or old.
import fc from 'fast-check';
import { conversationFrom, offerId, placeId } from '../src/ids.js';
import { type Caller, emptyLine, type LiveLine, type Volunteer } from '../src/live-line.js';
import type { Person } from '../src/presence.js';
import { putBack, remember, type Remembered, remainsOver, whose } from '../src/rebuild.js';
import { ana, bo, inFrench, t0, vera, walt } from './a-line.js';

/** Nothing, in an epoch that began after everything that is remembered. */
export const lost = (name = 'the next epoch', began = t0 + 50_000): LiveLine => ({
  ...emptyLine,
  epoch: { ...emptyLine.epoch, name, began },
});

/** What the ticket of somebody says who was on this line. */
export function remembers(line: LiveLine, person: Person, asOf = t0 + 5): Remembered {
  const memory = remember(line, person, asOf);
  if (!memory) throw new Error('nobody to remember');
  return memory;
}

const asOf = fc.integer({ min: t0, max: t0 + 5 });
const stay = fc.record({ id: fc.constantFrom(ana, bo), place: fc.constant(t0), joinedAt: fc.constant(t0) });
const shift = fc.record({
  id: fc.constantFrom(vera, walt),
  from: fc.constant(placeId('home')),
  languages: fc.constant(inFrench),
  misses: fc.nat(1),
});
const rest = { since: 'joined', language: 'fr', resting: new Map() } as const;
const offer = offerId('old');

const caller: fc.Arbitrary<Caller> = fc.oneof(
  stay.map((one): Caller => ({ ...one, ...rest, at: 'waiting' })),
  stay.map((one): Caller => ({ ...one, ...rest, at: 'asleep', asleepSince: t0 })),
  fc
    .tuple(stay, fc.constantFrom('asked', 'offered'))
    .map(([one, at]): Caller => ({ ...one, ...rest, at, offer })),
);
const volunteer: fc.Arbitrary<Volunteer> = fc.oneof(
  shift.map((one): Volunteer => ({ ...one, at: 'free', since: t0 })),
  shift.map((one): Volunteer => ({ ...one, at: 'away', why: 'paused' })),
  shift.map((one): Volunteer => ({ ...one, at: 'breather', until: t0 })),
  fc
    .tuple(shift, fc.constantFrom('reserved', 'offered'))
    .map(([one, at]): Volunteer => ({ ...one, at, since: t0, offer })),
);
const alone: fc.Arbitrary<Remembered> = fc
  .record({ epoch: fc.constant(''), asOf, tab: fc.nat(3) })
  .chain((when) =>
    fc.oneof(
      caller.map((is): Remembered => ({ ...when, role: 'caller', is })),
      volunteer.map((is): Remembered => ({ ...when, role: 'volunteer', is })),
    ),
  );
const pair: fc.Arbitrary<Remembered> = fc
  .tuple(stay, shift, asOf, fc.constantFrom('caller', 'volunteer'))
  .map(([one, other, read, by]): Remembered => {
    const conversation = conversationFrom(offerId(`${one.id}-${other.id}`));
    return {
      ...{ epoch: '', asOf: read, role: 'pair', by },
      conversation: { id: conversation, caller: one.id, volunteer: other.id, openedAt: t0 },
      caller: { is: { ...one, ...rest, at: 'talking', conversation }, tab: 1 },
      volunteer: { is: { ...other, at: 'talking', conversation }, tab: 1 },
    };
  });

/** Something is remembered of somebody, or their end is. */
export const remembered = fc.record({
  memory: fc.oneof(alone, pair, pair),
  isOver: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
});
export type Word = typeof remembered extends fc.Arbitrary<infer W> ? W : never;

/** The line after each word that is said of it. */
export function* afterALoss(words: readonly Word[]): Generator<LiveLine> {
  let line = lost();
  const now = t0 + 60_000;
  for (const word of words) {
    line = saidOf(line, word, now);
    yield line;
  }
}

export function saidOf(line: LiveLine, { memory, isOver }: Word, now: number): LiveLine {
  const when = { now, breatherUntil: now + 9 };
  return isOver
    ? remainsOver(line, whose(memory), { ...when, asOf: memory.asOf }).line
    : putBack(line, memory, when).line;
}
