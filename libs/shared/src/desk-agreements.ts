// Agreements with partners over HTTP under `/api/desk/agreements`: one's own lines and who serves them, and the lines one serves.
import * as v from 'valibot';
import { slug } from './access.js';

const milliseconds = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

export const agreementTold = v.strictObject({
  /** A random name for this agreement alone. */
  agreement: id,
  /** The line, and the other association, as they are called today. */
  line: v.string(),
  with: v.string(),
  since: v.number(),
  /** One's own line, which the other serves; else the other's, which one serves. */
  isOwn: v.boolean(),
});
export type AgreementTold = v.InferOutput<typeof agreementTold>;

/** `GET`; and what `POST take-back`, `accept` and `end` answer: all that stands since. */
export const agreementsTold = v.strictObject({
  /** One's own lines; `codeFor`: how long a code that was made for it is still good. */
  lines: v.array(
    v.strictObject({ id: v.string(), name: v.string(), codeFor: v.exactOptional(milliseconds) }),
  ),
  agreements: v.array(agreementTold),
});
export type AgreementsTold = v.InferOutput<typeof agreementsTold>;

/** `POST propose` → `proposed`, told once; and `POST take-back`. */
export const ofLine = v.strictObject({ line: slug });
export const proposed = v.strictObject({ code: v.string(), validFor: milliseconds });
/**
 * `POST accept`: 80 random bits in base32, however they are spaced. Any text: what opens nothing is `cannot-hold`, `code`, and why:
 * `gone` for one that is wrong, used or over, `own-line`, `agreed-already`, `too-many`.
 */
export const bringCode = v.strictObject({
  code: v.pipe(
    v.string(),
    v.maxLength(60),
    v.transform((written) => written.replace(/[\s-]/g, '').toUpperCase()),
  ),
});
/** `POST end`, by either of the two. */
export const onAgreement = v.strictObject({ agreement: id });
