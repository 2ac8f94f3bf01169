// Alarms: punctual wake-ups. An alarm carries ids and a version, never the truth; late, doubled or lost it is harmless.
import type * as v from 'valibot';

type Ids = Record<string, string | number>;

/** One kind of alarm: what it carries, and the name of one of them, so that arming it twice is arming it once. */
export type Alarm<P extends Ids> = {
  readonly name: string;
  readonly payload: v.GenericSchema<unknown, P>;
  readonly id: (payload: P) => string;
};

/** Declared once, beside the noun that answers it. `id` holds no colon and is no number: the queue refuses those. */
export const alarm = <P extends Ids>(
  name: string,
  payload: v.GenericSchema<unknown, P>,
  id: (payload: P) => string,
): Alarm<P> => ({ name, payload, id });

export abstract class Alarms {
  /** Says what an alarm of this kind wakes. Every kind that is armed needs exactly one answer, or the boot fails. */
  abstract answer<P extends Ids>(kind: Alarm<P>, wakes: (payload: P) => Promise<unknown>): void;
  /** Wakes at `at` (the store's clock), at most once, perhaps never: a sweep does what a lost alarm did not. */
  abstract arm<P extends Ids>(kind: Alarm<P>, payload: P, at: number): Promise<void>;
  /** In how many milliseconds each alarm rings that carries one of these ids: what is still known of somebody. */
  abstract carrying(ids: readonly string[]): Promise<number[]>;
  /** None that carries one of these ids will ring; one that rings at this moment is let ring. */
  abstract takeBack(ids: readonly string[]): Promise<void>;
}
