// Time as the wire sees it: passed in, so that a test holds the clock.
export type Clock = {
  now(): number;
  /** Calls again and again until the returned function is called. */
  every(milliseconds: number, beat: () => void): () => void;
  /** Calls once, unless the returned function is called before. */
  after(milliseconds: number, then: () => void): () => void;
};

/** Monotonic: a phone that corrects its date moves nothing here. */
export const pageClock: Clock = {
  now: () => performance.now(),
  every(milliseconds, beat) {
    const timer = setInterval(beat, milliseconds);
    return () => clearInterval(timer);
  },
  after(milliseconds, then) {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};
