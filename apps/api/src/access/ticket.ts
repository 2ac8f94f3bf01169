// A ticket: what a caller's tab holds so that it can come back. Sealed by the service, opaque, short-lived.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type CallerId, callerId, type Instant, type Language, type LineId, lineId } from '@veille/domain';
import * as v from 'valibot';

/** Enough to find a caller's place again, and, should the live store be lost, to give it back. */
export type Stay = {
  readonly line: LineId;
  readonly caller: CallerId;
  readonly place: number;
  readonly joinedAt: Instant;
  /** What they asked to be heard in. */
  readonly language?: Language;
  /** The lowest place this tab was told; it is never told more (I6). */
  readonly told?: number;
};

const content = v.strictObject({
  line: v.pipe(v.string(), v.transform(lineId)),
  caller: v.pipe(v.string(), v.transform(callerId)),
  place: v.number(),
  joinedAt: v.number(),
  language: v.exactOptional(v.string()),
  told: v.exactOptional(v.number()),
  until: v.number(),
});

const CIPHER = 'aes-256-gcm'; // NIST SP 800-38D, 96-bit random nonce, 128-bit tag
const NONCE = 12;
const TAG = 16;
/** Bound into every seal: a ticket of another version or of another role does not open. */
const PURPOSE = Buffer.from('veille ticket 1 caller');

/** `key`: 32 bytes, shared by the nodes. `until`: the ticket is refused from this instant on (TK2). */
export function sealTicket(stay: Stay, until: Instant, key: Buffer): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(PURPOSE);
  const sealed = [cipher.update(JSON.stringify({ ...stay, until }), 'utf8'), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64url');
}

/** One word for every ticket that is not good: forged, altered, over, another's (TK1). */
export function openTicket(ticket: string, now: Instant, key: Buffer): Stay | 'refused' {
  const bytes = Buffer.from(ticket, 'base64url');
  // Reading base64 is lenient: what we did not write ourselves, letter by letter, is altered.
  if (bytes.toString('base64url') !== ticket) return 'refused';
  const read = v.safeParse(content, decrypted(bytes, key));
  if (!read.success || read.output.until <= now) return 'refused';
  const { until: _over, ...stay } = read.output;
  return stay;
}

function decrypted(bytes: Buffer, key: Buffer): unknown {
  if (bytes.length <= NONCE + TAG) return undefined;
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE)).setAAD(PURPOSE);
    decipher.setAuthTag(bytes.subarray(-TAG));
    const plain = [decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()];
    return JSON.parse(Buffer.concat(plain).toString('utf8'));
  } catch {
    return undefined; // not sealed by us: what it is instead is nobody's business
  }
}
