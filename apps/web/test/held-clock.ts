// A clock that a test moves by hand.
import type { Clock } from '../src/wire/clock.js';

type Beat = { every: number; next: number; beat: () => void };

export function heldClock() {
  let now = 0;
  const beats = new Set<Beat>();
  const clock: Clock = {
    now: () => now,
    every(milliseconds, beat) {
      const entry = { every: milliseconds, next: now + milliseconds, beat };
      beats.add(entry);
      return () => beats.delete(entry);
    },
  };
  const advance = (milliseconds: number) => {
    now += milliseconds;
    for (const entry of beats) {
      if (entry.next > now) continue;
      entry.next = now + entry.every;
      entry.beat();
    }
  };
  return { clock, advance };
}
