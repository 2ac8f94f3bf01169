// What a waiting tab is told: what is new, now and then what is not, and never a place that grew.
import { expect, it } from '@jest/globals';
import { callerId, lineId } from '@veille/domain';
import { PlacesTold } from './places-told.js';

const who = { line: lineId('principale'), caller: callerId('c') };
const short = { band: 'under-10', unlikely: false } as const;
const long = { band: 'over-45', unlikely: true } as const;

it('[I6] a place that was told is never told higher', () => {
  const places = new PlacesTold();
  expect(places.next({ ...who, place: 3 }, short)).toEqual({
    payload: { place: 3, ...short },
    volatile: false,
    lower: true,
  });
  expect(places.next({ ...who, place: 5 }, short)).toBeUndefined();
  expect(places.next({ ...who, place: 2 }, short)).toEqual({
    payload: { place: 2, ...short },
    volatile: true,
    lower: true,
  });
});

it('[OV7] a wait that grows is told at once, at the place that was told', () => {
  const places = new PlacesTold();
  places.next({ ...who, place: 3 }, short);
  expect(places.next({ ...who, place: 4 }, long)).toEqual({
    payload: { place: 3, ...long },
    volatile: false,
    lower: false,
  });
  expect(places.wasWarned(who.line, who.caller)).toBe(true);
  expect(places.next({ ...who, place: 4 }, long)).toBeUndefined();
});

it('[I6] what did not change is told again now and then: the last telling may be lost', () => {
  const places = new PlacesTold();
  const told = Array.from({ length: 21 }, () => places.next({ ...who, place: 3 }, short));
  expect(told.filter((one) => one !== undefined)).toHaveLength(3);
});

it('[I7] who is not in the line any more is forgotten', () => {
  const places = new PlacesTold();
  places.next({ ...who, place: 1 }, short);
  places.keepOnly(who.line, new Set());
  expect(places.lines).toEqual([]);
  expect(places.of(who.line, who.caller)).toBeUndefined();
});

it('[LN9] far from the front a place is told by twenty-fifths, and as it is every tenth time', () => {
  const places = new PlacesTold();
  const at = (place: number) => places.next({ ...who, place }, short)?.payload.place;
  const told = (from: number) =>
    Array.from({ length: 31 }, (_, tick) => at(from - 10 * tick)).filter((place) => place !== undefined);
  expect(told(5_000)).toEqual([5_000, 4_900, 4_800, 4_700]);
  expect(told(1_000)).toEqual([1_000, 960, 920, 880, 840, 800, 760, 730, 700]);
});

it('[LN9] [I6] near the front every place is told, and one that is skipped is not taken back', () => {
  const places = new PlacesTold();
  const at = (place: number) => places.next({ ...who, place }, short)?.payload.place;
  expect([at(49), at(48), at(47), at(48)]).toEqual([49, 48, 47, undefined]);
  const far = new PlacesTold();
  expect(far.next({ ...who, place: 500 }, short)?.payload.place).toBe(500);
  expect(far.next({ ...who, place: 481 }, short)).toBeUndefined();
  expect(far.of(who.line, who.caller)).toBe(500);
});
