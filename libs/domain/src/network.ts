// Networks: where several people come from together, of which no address is known. Who comes from one waits their turn when
// many come at once, and nobody is refused for it who would not have been served faster elsewhere.
import type { NetworkId } from './ids.js';
import { type Duration, hours, type Instant, seconds } from './time.js';

/** What a newcomer's network is called, under the key of this hour first and then of those before it that still live. */
export type Networks = readonly NetworkId[];

/** A key names networks for an hour; what it named means nothing to anybody once it is gone (NW1). */
export const networkKey = { turnsEvery: hours(1), lastsFor: hours(6) } as const;

/** The periods of the keys that live now, the newest first. */
export const keyPeriods = (now: Instant): number[] => {
  const newest = Math.floor(now / networkKey.turnsEvery);
  return Array.from({ length: networkKey.lastsFor / networkKey.turnsEvery }, (_, back) => newest - back);
};
/** How long the key of a period still lives. */
export const keyLastsFrom = (period: number, now: Instant): Duration =>
  period * networkKey.turnsEvery + networkKey.lastsFor - now;

/** One every so often; `burst` at once; who comes sooner waits, and at most `patience`. */
export type Rate = { readonly every: Duration; readonly burst: number; readonly patience: Duration };

/** A university, a carrier or a whole town share one network: these are far above what people do, and far below a flood. */
export const rates = {
  join: { every: seconds(1), burst: 60, patience: seconds(5) },
  'sign-in': { every: seconds(3), burst: 60, patience: 0 },
  // Apart from it: only who gave a right password comes so far, and no stranger takes their turns away.
  factor: { every: seconds(3), burst: 60, patience: 0 },
} as const satisfies Record<string, Rate>;
export type Turning = keyof typeof rates;

/** `busyUntil`: when all who came so far would have come one after the other (the generic cell rate algorithm, ITU-T I.371). */
export function takeTurn(
  busyUntil: Instant,
  { every, burst, patience }: Rate,
  now: Instant,
): { readonly wait: Duration; readonly busyUntil: Instant } | 'too-fast' {
  const next = Math.max(busyUntil, now) + every;
  const wait = Math.max(0, next - now - burst * every);
  return wait > patience ? 'too-fast' : { wait, busyUntil: next };
}
