// A repeated duty of one process that never runs twice at once and never keeps the process alive.
import { reported } from '../log/log.js';

export type Duty = { stop(): void };

/** Runs `duty` every `milliseconds`, the next time only after the last one ended; a failure is logged and forgotten. */
export function every(milliseconds: number, duty: () => Promise<void>): Duty {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    void duty()
      .catch(reported('a repeated duty failed'))
      .finally(() => (running = false));
  }, milliseconds);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
