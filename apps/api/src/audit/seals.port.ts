// The port of the seals that make records a chain: none can be changed, taken out or put in between unseen.
import type { AssociationId, AuditRecord } from '@veille/domain';
import type { ChainEnd } from './audit.store.js';

/** A record as it was kept, whoever wrote it and in whatever version: its words are not judged. */
export type SealedRecord = Omit<AuditRecord, 'did' | 'by' | 'to'> & {
  readonly did: string;
  readonly by?: string;
  readonly to?: string;
  readonly seal: string;
};

export abstract class Seals {
  /** Where a chain begins: bound to its association, so that no chain stands for another's. */
  abstract beginningOf(association: AssociationId): ChainEnd;
  /** The text that is kept, and where the chain ends by it. @throws on a value that is no plain word */
  abstract sealed(record: AuditRecord, before: ChainEnd): { text: string; end: ChainEnd };
  /** The record of this text if it is, byte for byte, the one that follows `before`. */
  abstract following(text: string, before: ChainEnd): SealedRecord | 'broken';
  /** What a text says, unjudged: what is broken can still be read. */
  abstract read(text: string): SealedRecord | undefined;
}
