// A clock that a test moves by hand.
import type { Clock } from '../src/wire/clock.js';

type Alarm = { at: number; again: number | undefined; then: () => void };

export function heldClock() {
  let now = 0;
  const alarms = new Set<Alarm>();
  const set = (alarm: Alarm) => {
    alarms.add(alarm);
    return () => void alarms.delete(alarm);
  };
  const clock: Clock = {
    now: () => now,
    every: (milliseconds, then) => set({ at: now + milliseconds, again: milliseconds, then }),
    after: (milliseconds, then) => set({ at: now + milliseconds, again: undefined, then }),
  };
  const advance = (milliseconds: number) => {
    now += milliseconds;
    for (const alarm of [...alarms].filter(({ at }) => at <= now)) {
      if (alarm.again === undefined) alarms.delete(alarm);
      else alarm.at = now + alarm.again;
      alarm.then();
    }
  };
  return { clock, advance };
}
