// Time as the rules see it: instants are handed in, never read.

/** Milliseconds since the epoch, by the live store's clock. */
export type Instant = number;
/** Milliseconds. */
export type Duration = number;

export const seconds = (n: number): Duration => n * 1_000;
export const minutes = (n: number): Duration => n * 60_000;
export const hours = (n: number): Duration => n * 3_600_000;
