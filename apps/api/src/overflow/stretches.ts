// Stretches of time: recent figures are kept by ten minutes, so that they age without anybody's doing.
import { type Instant, minutes } from '@veille/domain';

const length = minutes(10);
const looksBackOn = 12;
/** A stretch is forgotten when nothing looks back on it any more. */
export const stretchKeptFor = length * (looksBackOn + 1);

export const stretchOf = (now: Instant): number => Math.floor(now / length);

/** This stretch and those before it that still count. */
export const recentStretches = (now: Instant): number[] =>
  Array.from({ length: looksBackOn }, (_, back) => stretchOf(now) - back);
