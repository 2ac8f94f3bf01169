// Networks the door is closed to, or is asked to be, over HTTP under `/api/desk/closures`: counts and times, never which.
import * as v from 'valibot';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

export const closureTold = v.strictObject({
  /** A random name for this closing alone. */
  closure: id,
  /** The name of the line it was asked on; it holds for all of the association. */
  line: v.string(),
  is: v.picklist(['asked', 'closed']),
  /** How long the asking or the closing still stands, in milliseconds. */
  left: count,
  /** How many were turned away. */
  refused: count,
  /** Who asked, as they are called today; one cannot confirm what one asked. */
  pseudonym: v.exactOptional(v.string()),
  isMine: v.boolean(),
});
export type ClosureTold = v.InferOutput<typeof closureTold>;
/** `GET` → those that stand. `POST confirm` and `POST open` → the same, as they are since; or `over`, or `not-allowed`. */
export const closuresTold = v.strictObject({ closures: v.array(closureTold) });
export type ClosuresTold = v.InferOutput<typeof closuresTold>;
export const onClosure = v.strictObject({ closure: id });
