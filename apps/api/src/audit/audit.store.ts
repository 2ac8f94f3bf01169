// The port of the staff audit: one chain for each association, written at its end and forgotten from its beginning, never changed.
import type { AssociationId, Duration } from '@veille/domain';

/** A place between two records: the number and the seal of the one before it. */
export type ChainEnd = { readonly number: number; readonly seal: string };
/** Where a chain begins (what was before is forgotten) and where it ends. */
export type Chain = { readonly begins: ChainEnd; readonly ends: ChainEnd };

export abstract class AuditStore {
  /** `undefined` while nothing was ever written. */
  abstract chain(association: AssociationId): Promise<Chain | undefined>;
  /**
   * Writes a record after `before`: where the chain begins, for the very first. `moved-on`: somebody else wrote meanwhile, and
   * nothing is changed.
   */
  abstract append(
    association: AssociationId,
    next: { text: string; before: ChainEnd; end: ChainEnd },
  ): Promise<'appended' | 'moved-on'>;
  /** The texts of at most `count` records from the `skip`th that is kept on, oldest first. */
  abstract read(association: AssociationId, skip: number, count: number): Promise<string[]>;
  /** The same from the newest on, newest first. */
  abstract readBack(association: AssociationId, skip: number, count: number): Promise<string[]>;
  /** Forgets the `count` oldest, if `first` is the oldest still; the chain begins at `begins` from then on. */
  abstract forget(
    association: AssociationId,
    oldest: { first: string; count: number; begins: ChainEnd },
  ): Promise<'forgotten' | 'moved-on'>;
  /**
   * Whether something that strangers can cause is to be written: once for each `about` in a while that begins with the first,
   * and `inAll` times in all.
   */
  abstract isNews(
    association: AssociationId,
    news: { about: string; every: Duration; inAll: number },
  ): Promise<boolean>;
}
