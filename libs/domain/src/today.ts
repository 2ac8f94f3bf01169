// The numbers of one day as they are read: what was never counted is 0, hours and places are those in which something was.
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

/** A number of the day, the same by the hour, and by the place the volunteer listened from; a band of waits or lengths. */
export type Counted =
  | Countable
  | `hour:${number}:${Countable}`
  | `from:${string}:${Countable}`
  | `wait:${WaitBand}`
  | `length:${LengthBand}`;

export type Counts = ReadonlyMap<string, number>;

export type Today = {
  /** By what is counted, with its band for waits and lengths. */
  readonly counts: Record<string, number>;
  readonly medianWait: WaitBand | null;
  readonly waits: Record<string, number>;
  readonly lengths: Record<string, number>;
  readonly hours: { hour: number; offered: number; answered: number }[];
  /** No name is home. */
  readonly places: { name: string | null; answered: number }[];
};

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);

export function todayFrom(counted: Counts, posts: readonly Post[]): Today {
  const of = (name: string) => counted.get(name) ?? 0;
  const waits = tabulated(waitBands, (band) => of(`wait:${band}`));
  return {
    counts: tabulated(Object.keys(meanings), of),
    medianWait: medianBand(waits),
    waits,
    lengths: tabulated(lengthBands, (band) => of(`length:${band}`)),
    hours: hoursOfDay
      .map((hour) => ({ hour, offered: of(`hour:${hour}:offered`), answered: of(`hour:${hour}:answered`) }))
      .filter(({ offered, answered }) => offered + answered > 0),
    places: [...posts, { id: 'home', name: null }]
      .map(({ id, name }) => ({ name, answered: of(`from:${id}:answered`) }))
      .filter(({ answered }) => answered > 0),
  };
}

const tabulated = <Name extends string>(names: readonly Name[], of: (name: Name) => number) =>
  Object.fromEntries(names.map((name) => [name, of(name)]));
