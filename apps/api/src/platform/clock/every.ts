// A repeated duty of one process that never runs twice at once and never keeps the process alive.
import { reported } from '../log/log.js';

export type Duty = {
  /** Resolves when the duty is not running any more, and never will. */
  stop(): Promise<void>;
};

/** Runs `duty` every `milliseconds`, the next time only after the last one ended; a failure is logged and forgotten. */
export function every(milliseconds: number, duty: () => Promise<void>): Duty {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= duty()
      .catch(reported('a repeated duty failed'))
      .finally(() => (running = undefined));
  }, milliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
