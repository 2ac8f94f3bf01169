// The staff audit: what staff did is written down in order, read back, judged, and forgotten after a year.
import { Injectable } from '@nestjs/common';
import { type AssociationId, type AuditEntry, isOfTheYear, seldom } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { AuditStore, type Chain, type ChainEnd } from './audit.store.js';
import { type SealedRecord, Seals } from './seals.port.js';

export type { SealedRecord } from './seals.port.js';

/** `records`: how many hold; `broken`: the first that does not, by its number. `ends`: the last seal, to be noted elsewhere. */
export type Verdict = {
  readonly is: 'whole' | 'broken' | 'nothing-there';
  readonly records: number;
  readonly forgotten: number;
  readonly broken?: number;
  readonly ends?: string;
};

const AT_ONCE = 500;

@Injectable()
export class AuditService {
  /** Of one process, one after the other: only other nodes are raced with. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: AuditStore,
    private readonly seals: Seals,
    private readonly clock: Clock,
  ) {}

  /** Resolves when it is written; rejects when nobody knows whether it is. */
  async write(association: AssociationId, entry: AuditEntry): Promise<void> {
    const written = this.#writing.then(() => this.#append(association, entry));
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** What strangers can cause: once in an hour about each account, and few times in all (AU5). */
  async writeSeldom(association: AssociationId, entry: AuditEntry): Promise<void> {
    const { every, inAll } = seldom;
    const about = `${entry.did} ${entry.to ?? entry.by ?? 'nobody'}`;
    if (await this.store.isNews(association, { about, every, inAll })) await this.write(association, entry);
  }

  /** The newest first; `skip` of them are left out. */
  async newest(association: AssociationId, skip: number, count: number): Promise<SealedRecord[]> {
    const texts = await this.store.readBack(association, skip, count);
    return texts.map((text) => this.seals.read(text)).filter((record) => record !== undefined);
  }

  /** Every record that is kept, oldest first, as its text. */
  async *texts(association: AssociationId): AsyncGenerator<string> {
    for (let skip = 0; ; skip += AT_ONCE) {
      const texts = await this.store.read(association, skip, AT_ONCE);
      yield* texts;
      if (texts.length < AT_ONCE) return;
    }
  }

  /** Walks the whole chain: every record follows the one before it, from where it begins to where it ends (AU2). */
  async verify(association: AssociationId): Promise<Verdict> {
    for (;;) {
      const before = await this.store.chain(association);
      const verdict = await this.#walk(association, before);
      // Whatever was written or forgotten during the walk makes it worth nothing.
      if (isSame(before?.ends, (await this.store.chain(association))?.ends)) return verdict;
    }
  }

  /** What is older than a year is forgotten; the chain remembers where it begins since (AU4). */
  async forgetOld(association: AssociationId): Promise<number> {
    const texts = await this.store.read(association, 0, AT_ONCE);
    const records = texts.map((text) => this.seals.read(text));
    const now = this.clock.now();
    const young = records.findIndex((record) => !record || isOfTheYear(record, now));
    const count = young === -1 ? records.length : young;
    const [first, last] = [texts[0], records[count - 1]];
    if (first === undefined || last === undefined) return 0;
    const begins = { number: last.number, seal: last.seal };
    const said = await this.store.forget(association, { first, count, begins });
    return said === 'forgotten' ? count : 0;
  }

  async #walk(association: AssociationId, chain: Chain | undefined): Promise<Verdict> {
    const first = this.seals.beginningOf(association);
    const begins = chain?.begins ?? first;
    const { number: forgotten } = begins;
    const brokenAfter = ({ number }: ChainEnd): Verdict => ({
      is: 'broken',
      records: number - forgotten,
      forgotten,
      broken: number + 1,
    });
    let end = begins;
    for await (const text of this.texts(association)) {
      const record = this.seals.following(text, end);
      if (record === 'broken') return brokenAfter(end);
      end = { number: record.number, seal: record.seal };
    }
    if (!chain && isSame(end, first)) return { is: 'nothing-there', records: 0, forgotten };
    // Before anything was forgotten, a chain begins where its association's does.
    const isWhole = isSame(chain?.ends, end) && (forgotten > 0 || isSame(begins, first));
    if (!isWhole) return brokenAfter(end);
    return { is: 'whole', records: end.number - forgotten, forgotten, ends: end.seal };
  }

  async #append(association: AssociationId, entry: AuditEntry): Promise<void> {
    for (;;) {
      const before = (await this.store.chain(association))?.ends ?? this.seals.beginningOf(association);
      const record = { ...entry, number: before.number + 1, at: this.clock.now() };
      const { text, end } = this.seals.sealed(record, before);
      if ((await this.store.append(association, { text, before, end })) === 'appended') return;
    }
  }
}

const isSame = (one: ChainEnd | undefined, other: ChainEnd | undefined): boolean =>
  one?.number === other?.number && one?.seal === other?.seal;
