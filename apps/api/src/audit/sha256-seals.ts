// Seals by SHA-256: each record's is that of its text after the seal before it.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AssociationId, AuditRecord } from '@veille/domain';
import * as v from 'valibot';
import type { ChainEnd } from './audit.store.js';
import { type SealedRecord, Seals } from './seals.port.js';

/** Ids, names of settings, modes: what a person writes has no place in the audit (AU3). */
const word = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const whole = v.pipe(v.number(), v.safeInteger());
const Sealed = v.strictObject({
  number: v.pipe(whole, v.minValue(1)),
  at: whole,
  did: word,
  by: v.exactOptional(word),
  to: v.exactOptional(word),
  of: v.exactOptional(word),
  what: v.exactOptional(v.array(word)),
  seal: v.string(),
});

@Injectable()
export class Sha256Seals extends Seals {
  beginningOf(association: AssociationId): ChainEnd {
    return { number: 0, seal: digestOf(`veille audit 1 ${association}`) };
  }

  /** Fields in one order, the seal last, and no space between them. */
  sealed(
    { number, at, did, by, to, of, what }: AuditRecord,
    before: ChainEnd,
  ): { text: string; end: ChainEnd } {
    const record = {
      number,
      at,
      did,
      ...(by !== undefined && { by }),
      ...(to !== undefined && { to }),
      ...(of !== undefined && { of }),
      ...(what !== undefined && { what }),
    };
    const seal = sealOf(record, before);
    return { text: JSON.stringify(v.parse(Sealed, { ...record, seal })), end: { number, seal } };
  }

  following(text: string, before: ChainEnd): SealedRecord | 'broken' {
    const read = this.read(text);
    if (!read || JSON.stringify(read) !== text || read.number !== before.number + 1) return 'broken';
    const { seal, ...record } = read;
    return seal === sealOf(record, before) ? read : 'broken';
  }

  read(text: string): SealedRecord | undefined {
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Sealed), text);
    return read.success ? read.output : undefined;
  }
}

const sealOf = (record: object, before: ChainEnd): string =>
  digestOf(`${before.seal}\n${JSON.stringify(record)}`);
const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
