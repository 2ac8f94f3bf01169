// The numbers of one day as they are read: what was never counted is 0, hours and places are those in which something was.
import { partnerPlace } from './agreement.js';
import type { Post } from './association.js';
import {
  type Countable,
  type LengthBand,
  lengthBands,
  meanings,
  medianBand,
  type WaitBand,
  waitBands,
} from './counters.js';

/** What is counted, a wait or a length by its band. */
export type Numbered = Countable | `wait:${WaitBand}` | `length:${LengthBand}`;
/** A number of the day; the same by the hour, and by the place of the volunteer it happened to. */
export type Counted = Numbered | `hour:${number}:${Numbered}` | `from:${string}:${Numbered}`;

export type Counts = ReadonlyMap<string, number>;

/** By what is counted, and by band. */
type Numbers = {
  readonly counts: Record<string, number>;
  readonly waits: Record<string, number>;
  readonly lengths: Record<string, number>;
};

export type Today = Numbers & {
  readonly medianWait: WaitBand | null;
  /** Of an hour and a place only what is not 0. */
  readonly hours: ({ readonly hour: number } & Numbers)[];
  /** No name is home, or a partner's. Who never had a volunteer has no place. */
  readonly places: ({ readonly name: string | null; readonly partner?: true } & Numbers)[];
};

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);

export function todayFrom(counted: Counts, posts: readonly Post[]): Today {
  const all = numbersOf((name) => counted.get(name) ?? 0);
  const some = (where: string) => {
    const { counts, waits, lengths } = numbersOf((name) => counted.get(`${where}:${name}`) ?? 0);
    return { counts: notNothing(counts), waits: notNothing(waits), lengths: notNothing(lengths) };
  };
  return {
    ...all,
    medianWait: medianBand(all.waits),
    hours: hoursOfDay.map((hour) => ({ hour, ...some(`hour:${hour}`) })).filter(isSomething),
    places: [
      ...posts.map(({ id, name }) => ({ name, ...some(`from:${id}`) })),
      { name: null, ...some('from:home') },
      { name: null, partner: true as const, ...some(`from:${partnerPlace}`) },
    ].filter(isSomething),
  };
}

const numbersOf = (of: (name: string) => number): Numbers => ({
  counts: tabulated(Object.keys(meanings), of),
  waits: tabulated(waitBands, (band) => of(`wait:${band}`)),
  lengths: tabulated(lengthBands, (band) => of(`length:${band}`)),
});

const tabulated = <Name extends string>(names: readonly Name[], of: (name: Name) => number) =>
  Object.fromEntries(names.map((name) => [name, of(name)]));

const notNothing = (numbers: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(numbers).filter(([, number]) => number > 0));

const isSomething = (numbers: Numbers): boolean =>
  [numbers.counts, numbers.waits, numbers.lengths].some((each) => Object.keys(each).length > 0);
